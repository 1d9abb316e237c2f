/** A sentence of a letter with the user’s words or the offer’s that it rests on; convention rests on none. */
export interface Line {
  text: string;
  excerpts: string[];
  /** Lines of one group stay in one paragraph where they fit. */
  group?: number;
}

export function convention(text: string): Line {
  return { text, excerpts: [] };
}

export function claim(text: string, ...excerpts: string[]): Line {
  return { text, excerpts };
}
