/** Waits for what never comes; each wait is one of its own, so that nothing holds on to what the dead leave behind. */
export const forever = <T>(): Promise<T> => new Promise(() => {});
