const mostNamed = 20;
const mostOfEach = 80;

/** What is wrong with an answer, as its model is told it: the sentence, and the words that it is about. Undefined without any. */
export function faultOf(sentence: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const named = words.slice(0, mostNamed).map((one) => `«\u00a0${one.slice(0, mostOfEach)}\u00a0»`);
  return `${sentence}\u00a0: ${named.join(', ')}.`;
}
