import type { Build } from '../builds/build.js';
import { dataFault } from './data-fault.js';
import { readLetter, type LetterRow } from './dead-letter.js';
import type { Fact } from './fact.js';
import type { ModelSession } from './model-session.js';
import { planBatch, type BatchPlan } from './plan-batch.js';
import { keyOf, nobody, type Subject, type SubjectState } from './subject.js';

type Commit = (fact: Fact, plan: BatchPlan, andThen: () => Promise<void>) => Promise<void>;

/** Takes a subject's dead letters in the order of their versions, up to the next hole or poison (R24). */
export class Drain {
  constructor(
    private readonly session: ModelSession,
    private readonly build: Build,
    private readonly commit: Commit,
  ) {}

  async run(subject: Subject & SubjectState): Promise<void> {
    for (let { version } = subject; ; version++) {
      const fact = await this.letter(subject, version + 1);
      if (!fact) return this.settle(subject);
      if (!(await this.take(fact, { ...subject, version, parked: 'GAP' }))) return;
    }
  }

  /** True when the letter was taken and is gone; false when it is poison. */
  private async take(
    fact: Fact,
    subject: Subject & SubjectState,
    rejected?: string,
  ): Promise<boolean> {
    const plan = planBatch(
      this.build.definition,
      [fact],
      new Map([[keyOf(subject), subject]]),
      rejected,
    );
    const taken = plan.letters.size === 0;
    try {
      await this.commit(fact, plan, async () => {
        if (taken) await this.remove(fact);
      });
    } catch (error) {
      const fault = dataFault(error);
      if (fault === undefined || rejected !== undefined) throw error;
      return this.take(fact, subject, fault);
    }
    return taken;
  }

  private async letter(subject: Subject, version: number): Promise<Fact | undefined> {
    const { rows } = await this.session.query<LetterRow>({
      text: `SELECT epoch, sequence, recorded_at, data, envelope FROM dead_letters
             WHERE ${ofSubject} AND subject_version = $5`,
      values: [...this.keys(subject), version],
    });
    return rows[0] && readLetter(rows[0]);
  }

  private async remove({ sequence }: Fact): Promise<void> {
    await this.session.query({
      text: 'DELETE FROM dead_letters WHERE model = $1 AND table_version = $2 AND sequence = $3',
      values: [this.build.model, this.build.number, sequence],
    });
  }

  /** The subject goes on, unless later versions still wait behind a hole. */
  private async settle(subject: Subject): Promise<void> {
    await this.session.query({
      text: `
        WITH reached AS (
          SELECT version FROM subject_versions WHERE ${ofSubject}
        ), past AS (
          DELETE FROM dead_letters USING reached WHERE ${ofSubject} AND subject_version <= version
        )
        UPDATE subject_versions SET parked = CASE WHEN EXISTS (
          SELECT FROM dead_letters, reached
          WHERE ${ofSubject} AND subject_version > reached.version
        ) THEN 'GAP' END
        WHERE ${ofSubject}`,
      values: this.keys(subject),
    });
  }

  private keys({ source, userId }: Subject): unknown[] {
    return [this.build.model, this.build.number, source, userId ?? nobody];
  }
}

const ofSubject =
  '(model, table_version, source, subject_user_id) = ($1::text, $2::int, $3::text, $4::uuid)';
