import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageFolder } from './page-folder.js';

/** Everything from here, nothing written into the page itself, and no other site may frame it. */
const contentSecurity = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export const pageHeaders = {
  'cache-control': 'no-cache',
  'content-security-policy': contentSecurity,
};

const missing =
  'La page n’est pas encore construite : lancez « npm run build », puis rechargez.\n' +
  'The page is not built yet: run "npm run build", then reload.\n';

/** The page of the present build, or a sentence that says how to build one. */
export async function readPage(
  folder = pageFolder,
): Promise<{ status: number; type: string; text: string }> {
  try {
    const text = await readFile(join(folder, 'index.html'), 'utf8');
    return { status: 200, type: 'text/html; charset=utf-8', text };
  } catch {
    return { status: 503, type: 'text/plain; charset=utf-8', text: missing };
  }
}
