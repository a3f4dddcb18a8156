/** Whether a logical id is a construct's: its name, alone or with the eight digits of a hash that the CDK puts behind it. */
export const isNamed = (id: string, name: string): boolean => id === name || id.slice(0, -8) === name;
