const atOnce = 64;

/**
 * Asks once in every user's name: a service that runs for a while has verified everybody's token, which costs more
 * than most answers, and what is measured is not the first time. The client's code is warm after it too.
 * @param {readonly string[]} tokens
 * @param {(token: string) => Promise<unknown>} ask
 */
export async function introduce(tokens, ask) {
  const left = [...tokens];
  const worker = async () => {
    for (let token = left.pop(); token; token = left.pop()) await ask(token);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
