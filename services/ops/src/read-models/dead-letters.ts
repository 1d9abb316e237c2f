import {
  getDeadLetter,
  groupDeadLetters,
  listDeadLetters,
  retryDeadLetters,
  type ReplyOf,
} from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { liveModels } from './live-models.js';

export interface ListOptions {
  readonly model?: string;
  readonly user?: string;
  readonly limit: number;
  /** Every letter, not by what is wrong with it. */
  readonly each?: boolean;
}

type Group = ReplyOf<typeof groupDeadLetters>['groups'][number];
type Letter = ReplyOf<typeof listDeadLetters>['letters'][number];

/** Prints what read models keep aside, by what is wrong with it, or each; well when it is nothing. */
export async function listLetters(ops: Ops, options: ListOptions): Promise<Well> {
  const { model, user, limit, each } = options;
  const { groups, letters } = await withHouse(ops, async ({ client }) => {
    const models = model === undefined ? await liveModels(client) : [model];
    const lists = models.map(async (one) => {
      const request = { model: one, user, limit };
      const [grouped, listed] = await Promise.all([
        client.request(groupDeadLetters, { model: one, user }, newCaller()),
        client.request(listDeadLetters, request, newCaller()),
      ]);
      return { groups: grouped.groups, letters: listed.letters };
    });
    const all = await Promise.all(lists);
    return { groups: all.flatMap((one) => one.groups), letters: all.flatMap((one) => one.letters) };
  });
  if (ops.json) ops.terminal.printJson({ groups, letters });
  else if (letters.length === 0) ops.terminal.print('Nothing is kept aside.');
  else if (each) {
    const head = ['READ MODEL', 'SEQUENCE', 'REASON', 'USER', 'SOURCE', 'VERSION', 'TYPE', 'WHY'];
    for (const line of table(head, letters.map(rowOf))) ops.terminal.print(line);
  } else printGroups(ops.terminal, groups);
  return letters.length === 0;
}

function printGroups(terminal: Terminal, groups: readonly Group[]): void {
  const rows = groups.map((one) => [
    ...[
      one.fingerprint,
      one.model,
      one.reason,
      one.type ? `${one.type} v${one.eventVersion}` : '–',
    ],
    ...[String(one.letters), String(one.users), one.firstAt, one.lastAt],
    ...[String(one.firstSequence), one.explanation],
  ]);
  const head = ['FINGERPRINT', 'READ MODEL', 'REASON', 'TYPE', 'LETTERS', 'USERS', 'FIRST', 'LAST'];
  for (const line of table([...head, 'SEQUENCE', 'WHY'], rows)) terminal.print(line);
  const [first] = groups;
  if (!first) return;
  const { model, firstSequence } = first;
  terminal.print(
    `\`dead-letters show --model ${model} --sequence ${firstSequence}\` shows the first; --each lists them all.`,
  );
}

/** Prints one event that is kept aside, with its data as they came, and how it is reproduced here. */
export async function showLetter(
  ops: Ops,
  request: { model: string; sequence: number },
): Promise<Well> {
  const letter = await withHouse(ops, ({ client }) =>
    client.request(getDeadLetter, request, newCaller()),
  );
  if (ops.json) {
    ops.terminal.printJson(letter);
    return true;
  }
  for (const [name, value] of Object.entries(letter)) {
    const words = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    ops.terminal.print(`${`${name}:`.padEnd(16)}${words ?? '–'}`);
  }
  const { model, sequence } = request;
  ops.terminal.print(
    `To reproduce it: npm run -s phoenix -- dead-letters show --model ${model} --sequence ${sequence} --json > letter.json && npm run -s reproduce -- letter.json`,
  );
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

function rowOf(letter: Letter): string[] {
  return [
    ...[letter.model, String(letter.sequence), letter.reason, letter.userId ?? '–'],
    ...[letter.source ?? '–', String(letter.subjectVersion ?? '–'), letter.type ?? '–'],
    letter.explanation,
  ];
}
