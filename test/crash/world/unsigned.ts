interface Signed {
  readonly headers: Record<string, string>;
}

/** Stands in for the SDK's signing, a third of a schedule's time: nobody in the world checks signatures. */
export class SignatureV4 {
  async sign<Request extends Signed>(request: Request): Promise<Request> {
    request.headers.authorization = 'world';
    return request;
  }
}

/** The S3 client asks for it; nothing here is signed for many regions. */
export const signatureV4aContainer = { SignatureV4a: null };
