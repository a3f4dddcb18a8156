/**
 * Stands in for `node:http`. Who imports that as a module has every export of it read, and one of them loads the whole of undici (70 ms
 * of CPU); asked for as a builtin it is only what is used.
 */
const http = process.getBuiltinModule('node:http');

export const { Agent, request, STATUS_CODES } = http;
