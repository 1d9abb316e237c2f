/** The chapters of the API in their order, by the part of a path that says what it is about. */
export const areas: Readonly<Record<string, string>> = {
  auth: 'Signing in and out.',
  energy: 'What actions cost, what an account holds, and every movement of it.',
  events: 'What happened to a user, as the event store has it.',
  letters: 'Cover letters.',
  cv: 'CVs.',
  platform: 'Who is there, how they are, and this document.',
};

/** `/api/luna/energy/balance` is about energy. */
export function areaOf(path: string): string {
  const parts = path.split('/').filter((part) => !['', 'api', 'luna'].includes(part));
  return parts.find((part) => Object.hasOwn(areas, part)) ?? 'platform';
}
