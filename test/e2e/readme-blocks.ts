export interface Block {
  /** What stands behind the three marks: `ts path`, `diff path`, `sh`, `json`. */
  readonly kind: string;
  readonly path: string;
  readonly text: string;
}

/** The code blocks of one section of a Markdown file, in order. Throws when there is no such section. */
export function blocksOf(markdown: string, section: string): Block[] {
  const text = markdown.split(`\n## ${section}\n`)[1]?.split('\n## ')[0];
  if (text === undefined) throw new Error(`There is no section "${section}".`);
  return [...text.matchAll(/^ *```(\w+) ?(\S*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, kind = '', path = '', content = '']) => ({ kind, path, text: content }),
  );
}
