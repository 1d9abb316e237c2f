/** Who a verified token speaks for. */
export interface Identity {
  readonly userId: string;
  readonly staff: boolean;
}
