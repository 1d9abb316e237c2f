import { statfs } from 'node:fs/promises';

/** A folder that holds data, and the room of its disk in bytes; null where it cannot be seen from here. */
export interface Folder {
  readonly name: string;
  readonly path: string;
  readonly disk: { readonly freeBytes: number; readonly sizeBytes: number } | null;
}

export type DataFolder = Pick<Folder, 'name' | 'path'>;

export function lookAtFolders(folders: readonly DataFolder[]): Promise<Folder[]> {
  return Promise.all(
    folders.map(async ({ name, path }) => {
      const found = await statfs(path).catch(() => null);
      const disk = found && {
        freeBytes: found.bavail * found.bsize,
        sizeBytes: found.blocks * found.bsize,
      };
      return { name, path, disk };
    }),
  );
}
