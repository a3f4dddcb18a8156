import type { Service } from './service.ts';

type Code = Parameters<Service['error']>[0];

/** Makes the error answers of a service that speaks AWS JSON 1.0, from status and type name by code. */
export function jsonError(codes: Readonly<Record<Code, readonly [number, string]>>): Service['error'] {
  return (code, message) => {
    const [status, type] = codes[code];
    return {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({ __type: type, message }),
    };
  };
}
