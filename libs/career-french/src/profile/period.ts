/** When something was done, as written and in years. */
export interface Period {
  text: string;
  from: number;
  /** Undefined while it lasts. */
  to: number | undefined;
  lasting: boolean;
}

const MONTH = String.raw`(?:(?:janv(?:ier|\.)?|févr?(?:ier|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|août|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|déc(?:embre|\.)?) |\d{1,2}\/)`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const NOW = String.raw`(?:aujourd['’]hui|ce jour|présent|maintenant|en cours|actuel(?:lement)?|\.\.\.|…)`;

/** `2018-2023`, `de mars 2018 à juin 2020`, `depuis 2019`, `2021`. */
export const PERIOD = new RegExp(
  String.raw`(?<since>depuis (?:le )?)?(?:de |du )?(?<!\d)${MONTH}?(?<from>${YEAR})(?!\d)(?:\s?(?:[-–—>/]|à|au|jusqu['’]en)\s?(?:${MONTH}?(?<to>${YEAR})(?!\d)|(?<now>${NOW})))?`,
  'iu',
);

export function periodIn(line: string): (Period & { index: number }) | undefined {
  const match = PERIOD.exec(line);
  const { from, to, now, since } = match?.groups ?? {};
  if (!match || from === undefined) return undefined;
  const lasting = now !== undefined || (since !== undefined && to === undefined);
  const last = to ? Number(to) : Number(from);
  return {
    text: match[0],
    index: match.index,
    from: Number(from),
    to: lasting ? undefined : last,
    lasting,
  };
}
