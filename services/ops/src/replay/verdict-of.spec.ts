import { describe, expect, it } from '@jest/globals';
import type { ReplayReport, ReplayRun } from '#libs/contracts';
import { verdictOf } from './verdict-of.js';

type Between = ReplayReport['differences'][number]['between'];

function found(...between: Between[]): ReplayRun {
  const differences = between.map((one) => ({ between: one }));
  const report = { clean: between.length === 0, differences };
  return { kind: 'replay', model: 'energy-history', report } as unknown as ReplayRun;
}

describe('the verdict of a verification', () => {
  it('warns of the new build first, whatever else differs', () => {
    expect(verdictOf(found('live and stream', 'shadow and stream'))).toContain('Do not cut over');
  });

  it('says how to have the right rows read', () => {
    expect(verdictOf(found('shadow and live', 'live and stream'))).toContain(
      'replay cutover --model energy-history --force "<why>"` has the new one read',
    );
  });

  it('leaves it to the person when the stream contradicts neither', () => {
    expect(verdictOf(found('shadow and live'))).toContain('on purpose');
  });

  it('is silent when all agree', () => {
    expect(verdictOf(found())).toBeUndefined();
  });
});
