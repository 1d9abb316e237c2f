export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
export function generatedFiles(
  load: (path: string) => Promise<unknown>,
  root: string,
): Promise<GeneratedFile[]>;
export function staleFiles(
  files: readonly GeneratedFile[],
  root: string,
): { changed: GeneratedFile[]; leftOver: string[] };
