import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pageFolder } from './page-folder.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const plainName = /^[\w-]+\.[a-z]+$/i;

interface Asset {
  readonly type: string;
  readonly encoding: 'gzip' | undefined;
  readonly content: Buffer;
}

/** A part of the page, compressed for whoever takes it so; undefined when there is none of this name. */
export async function readAsset(name: string, takesGzip: boolean): Promise<Asset | undefined> {
  const type = types[extname(name)];
  if (!type || !plainName.test(name)) return undefined;
  const path = join(pageFolder, 'assets', name);
  const small = takesGzip ? await contentOf(`${path}.gz`) : undefined;
  if (small) return { type, encoding: 'gzip', content: small };
  const content = await contentOf(path);
  return content && { type, encoding: undefined, content };
}

function contentOf(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}
