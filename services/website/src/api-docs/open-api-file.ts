import { WebsiteModule } from '../website.module.js';
import { openApi } from './open-api.js';
import { controllersOf } from './routes-of.js';

/** The document as it is committed. */
export function openApiFile(): { path: string; text: string } {
  const document = openApi(controllersOf(WebsiteModule));
  return { path: 'docs/openapi.json', text: `${JSON.stringify(document, null, 2)}\n` };
}
