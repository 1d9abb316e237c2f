/** Whether an offer demands something or would like it. */
export type Importance = 'required' | 'preferred';

const PREFERRED =
  /(?<![a-z])(?:souhaitee?s?|appreciee?s?|apprecierions|(?:un|de vrais?|des) plus(?![a-z])|un (?:vrai |reel |serieux )?(?:plus|atout)|des atouts|idealement|de preference|eventuellement|bonus|seraient? (?:bienvenue?s?|appreciee?s?)|bienvenue?s?|serait un|constituent? un|si possible)(?![a-z])/;
const SAID_AFTER = /[;]|, (?=(?:la|le|l'|une?|des|vous) )/;

/** Read from the part of the sentence, parted by semicolons, that a phrase stands in. */
export function importanceIn(foldedSentence: string, at: number): Importance {
  let start = 0;
  for (const part of foldedSentence.split(SAID_AFTER)) {
    const end = start + part.length;
    if (at <= end + 2) return PREFERRED.test(part) ? 'preferred' : wholeIsPreferred(foldedSentence);
    start = end + 2;
  }
  return wholeIsPreferred(foldedSentence);
}

/** « Anglais, espagnol, tout cela serait un plus » says it once for all. */
function wholeIsPreferred(sentence: string): Importance {
  return /^(?:[^.]{0,60})(?:idealement|de preference|bonus|les? plus ?:|atouts? ?:)/.test(
    sentence,
  ) || /(?:seraient|sont|constituent) (?:des|un|apprecie|bienvenu|souhaite)/.test(sentence)
    ? 'preferred'
    : 'required';
}
