import { createHash } from 'node:crypto';

/** SHA-256 in hex: for audit chains, and for secrets that are stored only as their hash. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
