export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** Folders that hold such files only: what else lies there is left over. */
  readonly folders: readonly string[];
}

export function generatedFiles(
  load: (path: string) => Promise<unknown>,
  root: string,
): Promise<Generated>;

export function staleFiles(
  files: readonly GeneratedFile[],
  folders: readonly string[],
  root: string,
): { changed: GeneratedFile[]; leftOver: string[] };
