/** Lines that belong together; each begins on a line of its own. */
export interface TextBlock {
  readonly style: 'title' | 'heading' | 'item' | 'strong' | 'text';
  /** Where its lines begin: at the left margin, or in the middle of the page. */
  readonly side: 'left' | 'right';
  /** Farther from what precedes than a paragraph is. */
  readonly apart: boolean;
  /** Never the last of its page while another follows. */
  readonly withNext: boolean;
  /** As `printable` leaves them. */
  readonly lines: readonly string[];
}

/** A text in French to be set on A4 pages, in the order in which it is read. */
export interface PagedText {
  readonly title: string;
  readonly author: string | undefined;
  /** The only date in a file, so that the same text is the same bytes at any time. */
  readonly writtenAt: Date;
  readonly blocks: readonly TextBlock[];
}
