/** Stands in for the SDK's rate limiter, which only the retry mode `adaptive` takes up; the mode here is the standard one (3 KB). */
export class DefaultRateLimiter {
  constructor() {
    throw new Error('this build of the SDK has no adaptive retries');
  }
}
