/** Stands in for what lays out the headers of an event in a stream: the signer makes one at once, and asks it only when it signs such an event (2 KB). */
export class HeaderFormatter {
  format(): never {
    throw new Error('this build of the SDK has no event streams');
  }
}
