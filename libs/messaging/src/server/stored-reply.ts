declare const of: unique symbol;

/** A reply kept as text and sent byte for byte, the first time and every time after (R13). */
export class StoredReply<Reply> {
  declare readonly [of]: Reply;

  constructor(
    readonly json: string,
    readonly replayed: boolean,
  ) {}
}
