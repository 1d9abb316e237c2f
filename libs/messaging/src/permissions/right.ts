/** One subject that a credential may publish or subscribe to, and which line of the charter it follows from. */
export interface Right {
  readonly subject: string;
  /** A subscription is allowed as a member of this queue group only. */
  readonly queue?: string;
  readonly why: string;
}

/** All that a credential may do. */
export interface Rights {
  readonly publish: readonly Right[];
  readonly subscribe: readonly Right[];
  /** May send one answer to each message that it was sent with a reply subject. */
  readonly mayAnswer: boolean;
}
