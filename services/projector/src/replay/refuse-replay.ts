import { refuse, type DetailsOf, type Refusal } from '#libs/contracts';

type Reason = DetailsOf<'REPLAY_REFUSED'>['reason'];

const sentences: Readonly<Record<Reason, string>> = {
  'under-way':
    'A replay of this model is under way: `replay status` shows it, `replay abort` ends it.',
  'none-under-way':
    'No replay of this model is at a point where that can be done: `replay status` shows each.',
  'part-of-the-stream': 'Only a dry run can be of a part of the stream: add --dry-run.',
  'sums-up':
    'This model sums events up, so a dry run of it is of the whole stream, or of one user where its rows are a user’s.',
  'not-caught-up':
    'The build has not caught up with the one that is read: wait for it, `replay status` shows it.',
  'not-verified':
    'This build was not found clean: run `replay verify` first, or give --force with a reason.',
  'nothing-to-roll-back-to': 'No earlier build of this model is kept up any more.',
  'is-read': 'This build is the one that is read.',
  'no-such-build':
    'This model has no such build that could be discarded: `status` lists its builds.',
};

export function refuseReplay(model: string, reason: Reason): Refusal<'REPLAY_REFUSED'> {
  return refuse('REPLAY_REFUSED', sentences[reason], { model, reason });
}

export function noSuchModel(model: string): Refusal<'READ_MODEL_NOT_FOUND'> {
  return refuse('READ_MODEL_NOT_FOUND', `There is no read model ${model}: \`status\` lists them.`, {
    model,
  });
}
