import {
  getDeadLetter,
  getReadModels,
  listDeadLetters,
  retryDeadLetters,
  type ReplyOf,
} from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { table } from '../terminal/table.js';

export interface ListOptions {
  readonly model?: string;
  readonly user?: string;
  readonly limit: number;
}

type Letter = ReplyOf<typeof listDeadLetters>['letters'][number];

/** Prints what read models keep aside, in the order of the stream; well when it is nothing. */
export async function listLetters(ops: Ops, { model, user, limit }: ListOptions): Promise<Well> {
  const letters = await withHouse(ops, async ({ client }) => {
    const models = model === undefined ? await modelsOf(client) : [model];
    const lists = models.map(async (one) => {
      const request = { model: one, user, limit };
      return (await client.request(listDeadLetters, request, newCaller())).letters;
    });
    return (await Promise.all(lists)).flat();
  });
  if (ops.json) ops.terminal.printJson({ letters });
  else if (letters.length === 0) ops.terminal.print('Nothing is kept aside.');
  else {
    const head = ['READ MODEL', 'SEQUENCE', 'REASON', 'USER', 'SOURCE', 'VERSION', 'TYPE', 'WHY'];
    for (const line of table(head, letters.map(rowOf))) ops.terminal.print(line);
  }
  return letters.length === 0;
}

/** Prints one event that is kept aside, with its data. */
export async function showLetter(
  ops: Ops,
  request: { model: string; sequence: number },
): Promise<Well> {
  const letter = await withHouse(ops, ({ client }) =>
    client.request(getDeadLetter, request, newCaller()),
  );
  if (ops.json) ops.terminal.printJson(letter);
  else {
    for (const [name, value] of Object.entries(letter)) {
      ops.terminal.print(`${`${name}:`.padEnd(16)}${value ?? '–'}`);
    }
  }
  return true;
}

/** Has what a read model keeps aside tried once more; well when nobody is parked any more. */
export async function retryLetters(ops: Ops, request: { model: string }): Promise<Well> {
  const told = await withHouse(ops, ({ client }) =>
    client.request(retryDeadLetters, request, newCaller()),
  );
  const { model, tried, parkedBefore, parkedAfter } = told;
  if (ops.json) ops.terminal.printJson(told);
  else if (!tried) {
    ops.terminal.print(
      `The writer of ${model} has not come to it yet: \`status\` says whether it is paused.`,
    );
  } else {
    const why = parkedAfter > 0 ? ' `dead-letters list` says why.' : '';
    ops.terminal.print(
      `${model}: users parked before ${parkedBefore}, and now ${parkedAfter}.${why}`,
    );
  }
  return tried && parkedAfter === 0;
}

async function modelsOf(client: MessageClient): Promise<string[]> {
  const { models } = await client.request(getReadModels, {}, newCaller());
  return models.filter(({ role }) => role === 'live').map(({ model }) => model);
}

function rowOf(letter: Letter): string[] {
  return [
    ...[letter.model, String(letter.sequence), letter.reason, letter.userId ?? '–'],
    ...[letter.source ?? '–', String(letter.subjectVersion ?? '–'), letter.type ?? '–'],
    letter.explanation,
  ];
}
