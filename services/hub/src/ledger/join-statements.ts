import type { Statement } from '#libs/persistence';

/**
 * Several writes as one statement, whose values are those of its parts in their order. All of them see the tables as
 * they were before; each part less that Postgres is sent costs both sides a message and its answer.
 */
export function joinStatements(name: string, parts: readonly Statement[]): Statement {
  let before = 0;
  const texts = parts.map(({ text }) => {
    const own = text.replace(/\$(\d+)/g, (_, number: string) => `$${before + Number(number)}`);
    before += valuesOf(text);
    return own;
  });
  const last = texts.pop();
  const others = texts.map((text, index) => `part_${index + 1} AS (${text})`);
  return { name, text: `WITH ${others.join(', ')} ${last}` };
}

function valuesOf(text: string): number {
  return Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
}
