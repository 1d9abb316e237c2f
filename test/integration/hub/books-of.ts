import { expect } from '@jest/globals';
import { eventually, type TestStack } from '#libs/testing';
import { checkBooks } from '../../books/check-books.mjs';

/** The independent checker agrees as soon as everything has arrived: nothing is lost, nothing is doubled (R27). */
export async function expectBooksToAgree(
  { broker, database }: TestStack,
  acknowledged: readonly string[] = [],
): Promise<void> {
  const place = {
    adminUrl: database.adminUrl,
    natsUrl: broker.url,
    natsSeedFile: broker.seedFile('ops'),
    acknowledged,
  };
  const agree = ({ differences }: { differences: readonly string[] }) => differences.length === 0;
  const { differences } = await eventually(() => checkBooks(place), agree);
  expect(differences).toEqual([]);
}
