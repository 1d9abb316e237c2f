import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { disarmFailpoints } from '#libs/telemetry';
import { CutOverHandler } from '../../../services/projector/src/commands/cut-over.js';
import { BatchPlan } from '../../../services/projector/src/engine/plan-batch.js';
import { Projection } from '../../../services/projector/src/engine/projection.js';
import { expectOnceOfTwo, expectOnceThroughFault } from '../projector/promises.js';
import { TestProjector } from '../projector/test-projector.js';
import { life } from '../projector/told-events.js';
import { expectNoCutOverBeforeVerify } from '../replay/promises.js';
import { TestReplay } from '../replay/test-replay.js';
import { acknowledgeFirst, checkpointAfterwards, type Commit } from './wrong-commits.js';

/** Projectors that are wrong on purpose: what the projector's own specs expect must notice it, or it proves nothing. */
describe('the suite notices a projector', () => {
  let stop: (() => Promise<void>) | undefined;

  afterEach(async () => {
    disarmFailpoints();
    jest.restoreAllMocks();
    await stop?.();
    stop = undefined;
  });

  async function projector(): Promise<TestProjector> {
    const one = await TestProjector.start();
    stop = () => one.stack.stop();
    return one;
  }

  function committing(wrong: Commit): void {
    const insides = Projection.prototype as unknown as { commit: Commit };
    jest.spyOn(insides, 'commit').mockImplementation(wrong);
  }

  it('R22: that moves the checkpoint before the rows are committed', async () => {
    const one = await projector();
    committing(acknowledgeFirst);
    const noticed = expectOnceThroughFault(one, 'projector.in-transaction');
    await expect(noticed).rejects.toThrow('expect(received)');
  });

  it('R22: that moves the checkpoint outside of the transaction of the rows', async () => {
    const one = await projector();
    committing(checkpointAfterwards);
    const noticed = expectOnceThroughFault(one, 'projector.in-transaction');
    await expect(noticed).rejects.toThrow('expect(received)');
  });

  it('R2: that does not look at versions', async () => {
    const one = await projector();
    jest.spyOn(BatchPlan.prototype, 'turnOf').mockReturnValue('next');
    await expect(expectOnceOfTwo(one)).rejects.toThrow('expect(received)');
  });

  it('R25: that cuts over without a verification', async () => {
    const replay = await TestReplay.start();
    stop = () => replay.projector.stack.stop();
    await replay.projector.tell(...life(randomUUID(), 3));
    await replay.replay('run', '--yes');
    jest.spyOn(CutOverHandler.prototype, 'isVerified').mockReturnValue(true);
    await expect(expectNoCutOverBeforeVerify(replay)).rejects.toThrow('expect(received)');
  });
});
