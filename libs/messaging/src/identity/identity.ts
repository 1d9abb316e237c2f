/** Who a verified token speaks for, and as part of which session. */
export interface Identity {
  readonly userId: string;
  readonly staff: boolean;
  readonly sessionId: string;
  readonly expiresAt: Date;
}
