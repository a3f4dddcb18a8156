/** Who makes an SDK call: a function's worker, or the platform's own administrator (seed, personas, tests). */
export type Caller =
  | { readonly kind: 'worker'; readonly function: string; readonly worker: number }
  | { readonly kind: 'admin' };

const ADMIN = 'local-admin';

/** The credentials with which the platform itself calls the gateway; no statement is checked. */
export const adminCredentials = { accessKeyId: ADMIN, secretAccessKey: 'local' } as const;

/** The access key id that a worker is given, so that the gateway knows whose statements to check. */
export function workerAccessKeyId(functionId: string, worker: number): string {
  return `${functionId}.${worker}`;
}

/** Reads the caller out of a SigV4 Authorization header; undefined when there is none to be read. Signatures are not checked. */
export function callerOf(authorization: string | undefined): Caller | undefined {
  const accessKeyId = /Credential=([^/,]+)\//.exec(authorization ?? '')?.[1];
  if (accessKeyId === undefined) return undefined;
  if (accessKeyId === ADMIN) return { kind: 'admin' };
  const [, functionId, worker] = /^(\w+)\.(\d+)$/.exec(accessKeyId) ?? [];
  return functionId === undefined ? undefined : { kind: 'worker', function: functionId, worker: Number(worker) };
}
