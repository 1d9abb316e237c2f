export const TONES = ['professionnel', 'enthousiaste', 'créatif', 'décontracté'] as const;
export type Tone = (typeof TONES)[number];

export const LETTER_LENGTH = { least: 200, most: 500, usual: 320 };

/** What a letter is written from; position and company are read from the offer when they are not given. */
export interface LetterRequest {
  profile: string;
  offer?: string | undefined;
  position?: string | undefined;
  company?: string | undefined;
  tone?: Tone | undefined;
  /** Wanted length from salutation to closing, 200 to 500; a profile that gives less makes a shorter letter. */
  words?: number | undefined;
}
