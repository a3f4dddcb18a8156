import * as z from 'zod/mini';

/** What stored things are made of most, each made once: a schema takes a function as it starts up tens of microseconds to make. */
export const text = z.string();
export const someText = z.optional(text);
export const number = z.number();
export const someNumber = z.optional(number);
