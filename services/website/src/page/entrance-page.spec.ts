import { expect, it } from '@jest/globals';
import { readPage } from './entrance-page.js';

it('says what to do when the page is not built', async () => {
  expect(await readPage('/nowhere')).toEqual({
    status: 503,
    type: 'text/plain; charset=utf-8',
    text: expect.stringContaining('npm run build'),
  });
});
