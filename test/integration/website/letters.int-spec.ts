import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { bearer, WebsiteStack } from './website-stack.js';

const text =
  'Objet: candidature\nCamille Roux\n\nMadame, Monsieur,\nVotre  annonce me plaît !\nCordialement,\nCamille Roux';

describe('letters over HTTP', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => web?.stop());

  const format = (token: string, key: string = randomUUID(), more: object = {}) =>
    web.pay('/api/letters/format', token, { text, ...more }, key);

  const change = (method: string, path: string, token: string, body: object = {}) =>
    web.request(path, {
      method,
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: JSON.stringify(body),
    });

  const balance = async (token: string) =>
    (await web.get('/api/luna/energy/balance', token)).json as { balance: number; held: number };

  it('are laid out for 8 points, kept, and the stored reply is sent again', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    const first = await format(token, key);
    expect(first).toMatchObject({ status: 200, json: { version: 1, receipt: { cost: 8 } } });
    expect(first.json.text).toBe(
      'Camille Roux\n\nObjet\u00a0: candidature\n\nMadame, Monsieur,\n\nVotre annonce me plaît\u202f!\n\nCordialement,\n\nCamille Roux\n',
    );
    expect(first.json.changes).toHaveLength(3);
    const codes = first.json.report.findings.map(({ code }: { code: string }) => code);
    expect(codes).toContain('missing-date');
    const again = await format(token, key);
    expect(again.headers.get('phoenix-replayed')).toBe('true');
    expect(again.json).toEqual(first.json);
    const { letter_id } = first.json;
    expect((await web.get('/api/letters', token)).json).toMatchObject({
      letters: [{ letter_id, kind: 'letter', version: 1, engine: 'local' }],
      next: null,
    });
    expect(await balance(token)).toMatchObject({ balance: 92, held: 0 });
  });

  it('are corrected in one passage for 5 points, each change shown; with nothing to correct nothing is held', async () => {
    const { token } = await web.user();
    const body = { text: 'Quoi ? Quoi ?', start: 0, end: 6 };
    const done = await web.pay('/api/letters/correct', token, body);
    expect(done).toMatchObject({
      status: 200,
      json: {
        text: 'Quoi\u202f? Quoi ?',
        changes: [{ code: 'plain-space-before-punctuation', line: 1, before: 'Quoi ?' }],
        receipt: { cost: 5, balance: 95 },
      },
    });
    const right = { text: 'Tout va bien.' };
    const refused = await web.pay('/api/letters/correct', token, right);
    expect(refused).toMatchObject({ status: 422, json: { code: 'NOTHING_TO_CORRECT' } });
    expect(await balance(token)).toMatchObject({ balance: 95, held: 0 });
  });

  it('are read in every version, edited on the version that was read, and paid work adds to them', async () => {
    const { token } = await web.user();
    const { letter_id } = (await format(token)).json;
    const path = `/api/letters/${letter_id}`;
    const edit = { text: 'Madame, voici mieux.', expected_version: 1 };
    const edited = await change('PATCH', path, token, edit);
    expect(edited).toMatchObject({ status: 200, json: { version: 2, engine: 'user', words: 3 } });
    const late = await change('PATCH', path, token, edit);
    expect(late).toMatchObject({ status: 409, json: { code: 'DOCUMENT_CHANGED', version: 2 } });
    expect((await format(token, randomUUID(), { letter_id })).json).toMatchObject({ version: 3 });
    expect((await web.get(path, token)).json).toMatchObject({ version: 3, versions: [1, 2, 3] });
    const second = await web.get(`${path}?version=2`, token);
    expect(second.json).toMatchObject({ text: edit.text, entry_id: null });
    expect((await web.get(`${path}?version=9`, token)).status).toBe(404);
    expect((await web.get('/api/letters', token)).json.letters).toHaveLength(1);
  });

  it('are listed a page at a time, the one begun last first', async () => {
    const { token } = await web.user();
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.unshift((await format(token)).json.letter_id as string);
    const page = async (after = '') =>
      (await web.get(`/api/letters?limit=2${after && `&after=${after}`}`, token)).json as {
        letters: { letter_id: string }[];
        next: string | null;
      };
    const first = await page();
    expect(first.letters.map((one) => one.letter_id)).toEqual(ids.slice(0, 2));
    const second = await page(first.next!);
    expect(second.letters.map((one) => one.letter_id)).toEqual(ids.slice(2));
    expect(second.next).toBeNull();
  });

  it('of another user are not there, whatever is asked of them', async () => {
    const [owner, other] = [await web.user(), await web.user()];
    const { letter_id } = (await format(owner.token)).json;
    const path = `/api/letters/${letter_id}`;
    const edit = { text: 'À moi.', expected_version: 1 };
    const answers = [
      await web.get(path, other.token),
      await change('PATCH', path, other.token, edit),
      await change('DELETE', path, other.token),
      await web.get(`/api/letters?after=${letter_id}`, other.token),
      await format(other.token, randomUUID(), { letter_id }),
    ];
    for (const { status, json } of answers)
      expect([status, json.code]).toEqual([404, 'DOCUMENT_NOT_FOUND']);
    expect((await web.get('/api/letters', other.token)).json.letters).toEqual([]);
    expect((await web.get(path, owner.token)).json).toMatchObject({ versions: [1] });
    expect(await balance(other.token)).toMatchObject({ balance: 100, held: 0 });
  });

  it('that are deleted are gone for good: no text stays, not in a stored reply either', async () => {
    const { token, userId } = await web.user();
    const mark = `Marque${randomUUID()}`;
    const key = randomUUID();
    const marked = { text: `Madame,\n\n${mark}: oui.\n\nCordialement,\n\nCamille Roux` };
    const { letter_id } = (await format(token, key, marked)).json;
    const path = `/api/letters/${letter_id}`;
    const edit = { text: `${mark}.`, expected_version: 1 };
    await change('PATCH', path, token, edit);
    const deleted = await change('DELETE', path, token);
    expect(deleted).toMatchObject({ status: 200, json: { letter_id, versions: 2 } });
    expect((await web.get(path, token)).status).toBe(404);
    const again = await format(token, key, marked);
    expect(again).toMatchObject({ status: 404, json: { code: 'DOCUMENT_NOT_FOUND' } });
    const rows = await web.stack.database.query<{ all: string }>(
      `SELECT row_to_json(work)::text AS all FROM letters.paid_work AS work
       UNION ALL SELECT row_to_json(one)::text FROM letters.letter_versions AS one
       UNION ALL SELECT row_to_json(event)::text FROM letters.outbox AS event`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ all }) => all.includes(mark))).toEqual([]);
    const told = await web.stack.database.query<{ type: string }>(
      'SELECT type FROM letters.outbox WHERE subject_user_id = $1 ORDER BY subject_version',
      [userId],
    );
    expect(told.map(({ type }) => type)).toEqual([
      'LetterFormatted',
      'LetterEdited',
      'LetterDeleted',
    ]);
    expect((await balance(token)).balance).toBe(92);
  });

  it('R32: under way say when to come back; not done say in French that nothing was taken', async () => {
    const { token } = await web.user();
    const key = randomUUID();
    armFailpoint('held-work.in-work', 'hang');
    const asked = format(token, key);
    await eventually(
      () => balance(token),
      ({ held }) => held === 8,
    );
    const meanwhile = await format(token, key);
    expect(meanwhile).toMatchObject({ status: 409, json: { code: 'WORK_UNDER_WAY' } });
    expect(meanwhile.headers.get('retry-after')).toBe('1');
    disarmFailpoints();
    expect((await asked).status).toBe(200);
    armFailpoint('held-work.in-work', 'throw@1');
    const failed = await format(token);
    expect(failed).toMatchObject({
      status: 503,
      json: { code: 'WORK_NOT_DONE', reason: 'failed' },
    });
    expect(failed.json.detail).toBe(
      'Le travail n’a pas abouti\u00a0: rien n’a été débité, les points réservés vous sont rendus.',
    );
    expect(await balance(token)).toMatchObject({ balance: 92, held: 0 });
  });
});
