/** Stands in for the SDK's own SHA-256, which it takes up only where Node was built without crypto (3 KB). */
export class Sha256Js {
  constructor() {
    throw new Error('this Node has no crypto');
  }
}
