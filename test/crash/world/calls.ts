/** An SDK's HTTP request as it would go over the wire. */
export interface WorldCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What comes back over the wire. */
export interface WorldReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
