import { userInfo } from 'node:os';
import { dropDeadLetter } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { deadLetterAt, type DeadLetter } from '../house/dead-letter-at.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { liveModels } from './live-models.js';

export interface DropOptions {
  readonly sequence: number;
  readonly reason: string;
  readonly by?: string;
  readonly yes?: boolean;
}

/** Shows a message that is no event of ours; with `--yes` puts it away in all read models. */
export function dropLetter(ops: Ops, { sequence, reason, by, yes }: DropOptions): Promise<Well> {
  return withHouse(ops, async ({ client }) => {
    const letters = await keptAt(client, sequence);
    if (!yes) {
      if (ops.json) ops.terminal.printJson({ letters });
      else for (const line of letters.map(lineOf)) ops.terminal.print(line);
      ops.terminal.say(
        letters.length === 0
          ? `No read model keeps anything aside at ${sequence}.`
          : 'Nothing was done. The same command with --yes puts it away in all read models.',
      );
      return false;
    }
    const request = { sequence, reason, by: by ?? userInfo().username };
    const told = await client.request(dropDeadLetter, request, newCaller());
    const { dropped } = told;
    if (ops.json) ops.terminal.printJson(told);
    else
      ops.terminal.print(
        `Message ${sequence} was put away by ${dropped.by} at ${dropped.at}: ${dropped.reason}`,
      );
    return true;
  });
}

async function keptAt(client: MessageClient, sequence: number): Promise<DeadLetter[]> {
  const models = await liveModels(client);
  const asked = models.map((model) => deadLetterAt(client, model, sequence));
  return (await Promise.all(asked)).filter((letter) => letter !== undefined);
}

function lineOf({ model, reason, explanation, recordedAt, data }: DeadLetter): string {
  return `${model}: ${reason} since ${recordedAt}, ${explanation}: ${JSON.stringify(data.slice(0, 200))}`;
}
