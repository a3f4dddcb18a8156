import type { Limits } from './unpack.ts';

/** Caps for what hospitals and staff upload. */
export const UPLOAD_LIMITS: Limits = { upload: 2_000_000, inflated: 30_000_000, entries: 200 };
