import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportFormats, letterKinds } from '#libs/contracts';
import { textOfDocx, textOfPdf } from '#libs/testing';
import { GOOD_LETTER } from '../../../services/letters/src/format/good-letter.sample.js';
import { bearer, WebsiteStack } from './website-stack.js';

type Format = (typeof exportFormats)[number];
type Kind = (typeof letterKinds)[number];

const REPORT =
  'Analyse de l’annonce\n\nPoste\u00a0: vendeuse\nLieu\u00a0: Nantes\n\nConseils\n–\u00a0Dites «\u00a0oui\u00a0»\u202f!\n–\u00a0À l’œuvre\n\nFin.';

const mediaTypes: Record<Format, string> = {
  txt: 'text/plain; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Any run of white space is one space: a page breaks its lines elsewhere, and has distances in place of empty ones. */
const words = (text: string) => text.trim().replace(/\s+/g, ' ');

const read: Record<Format, (bytes: Uint8Array) => Promise<string>> = {
  txt: async (bytes) => new TextDecoder().decode(bytes),
  docx: textOfDocx,
  pdf: textOfPdf,
};

describe('a letter as a file', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(() => web?.stop());

  async function download(token: string, letterId: string, query = '') {
    const response = await fetch(`${web.url}/api/letters/${letterId}/export${query}`, {
      headers: bearer(token),
    });
    const { status, headers } = response;
    return { status, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  async function given(userId: string, kind: Kind, text: string): Promise<string> {
    const letterId = randomUUID();
    await web.stack.database.query(
      'INSERT INTO letters.letters (id, user_id, kind) VALUES ($1, $2, $3)',
      [letterId, userId, kind],
    );
    await web.stack.database.query(
      `INSERT INTO letters.letter_versions (letter_id, version, text, engine, words, characters, written_at)
       VALUES ($1, 1, $2, 'user', 1, 1, '2026-03-12T10:00:00Z')`,
      [letterId, text],
    );
    return letterId;
  }

  const cases = letterKinds.flatMap((kind) =>
    exportFormats.map((format) => [kind, format] as const),
  );

  it.each(cases)(
    '%s as %s: the words of the document, each once and in their order',
    async (kind, format) => {
      const { token, userId } = await web.user();
      const text = kind === 'letter' ? GOOD_LETTER : REPORT;
      const letterId = await given(userId, kind, text);
      const first = await download(token, letterId, `?format=${format}`);
      expect(first.status).toBe(200);
      expect(first.headers.get('content-type')).toBe(mediaTypes[format]);
      expect(first.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="[ -~]+ - 2026-03-12\\.${format}"; filename\\*=UTF-8''`),
      );
      expect(first.headers.get('cache-control')).toBe('no-store');
      expect(first.headers.get('x-content-type-options')).toBe('nosniff');
      expect(words(await read[format](first.bytes))).toBe(words(text));
      const again = await download(token, letterId, `?format=${format}`);
      expect(sha256(again.bytes)).toBe(sha256(first.bytes));
    },
  );

  it('is a PDF unless another format is asked for, of the newest version or an earlier one, and free', async () => {
    const { token } = await web.user();
    const asked = { text: 'Madame,\n\nVoici un.\n\nCordialement,\n\nCamille Roux' };
    const { letter_id } = (await web.pay('/api/letters/format', token, asked)).json;
    await web.request(`/api/letters/${letter_id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: JSON.stringify({ text: 'Madame,\n\nVoici deux.', expected_version: 1 }),
    });
    const [newest, earlier] = [
      await download(token, letter_id),
      await download(token, letter_id, '?version=1&format=pdf'),
    ];
    expect(words(await textOfPdf(newest.bytes))).toBe('Madame, Voici deux.');
    expect(words(await textOfPdf(earlier.bytes))).toContain('Voici un.');
    expect((await web.get('/api/luna/energy/balance', token)).json.balance).toBe(92);
  });

  it('is its user’s alone, gone when it is deleted, and of a known format', async () => {
    const [owner, other] = [await web.user(), await web.user()];
    const letterId = await given(owner.userId, 'letter', GOOD_LETTER);
    const path = `/api/letters/${letterId}`;
    const refused = (query: string, { token } = owner) => web.get(`${path}/export${query}`, token);
    const notFound = { status: 404, json: { code: 'DOCUMENT_NOT_FOUND' } };
    expect(await refused('', other)).toMatchObject(notFound);
    expect(await refused('?version=2')).toMatchObject(notFound);
    expect(await refused('?format=odt')).toMatchObject({
      status: 400,
      json: { code: 'INVALID_MESSAGE' },
    });
    expect((await web.get(`${path}/export`)).status).toBe(401);
    await web.request(path, { method: 'DELETE', headers: bearer(owner.token) });
    expect(await refused('')).toMatchObject(notFound);
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
