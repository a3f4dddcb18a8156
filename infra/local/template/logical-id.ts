/** A construct's name: its logical id without the eight digits of a hash that the CDK puts behind it. */
export const nameOf = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** Whether a logical id is a construct's, given with those digits or without. */
export const isNamed = (id: string, name: string): boolean => id === name || nameOf(id) === name;
