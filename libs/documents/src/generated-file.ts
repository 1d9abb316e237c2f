/** A file that is written by `npm run generate` and never by hand; the path starts at the root of the tree. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export function jsonFile(path: string, content: unknown): GeneratedFile {
  return { path, text: `${JSON.stringify(content, null, 2)}\n` };
}
