import { Injectable } from '@nestjs/common';
import { AiEngine } from '#libs/ai';
import {
  aiProviderNames,
  aiProviders,
  PhoenixError,
  providerAgreed,
  providerAgreementWithdrawn,
  type Agreements as AgreementsReply,
  type AiProvider,
} from '#libs/contracts';
import type { Call } from '#libs/messaging';
import { DataSource, nextSubjectVersion, recordEvents, transaction } from '#libs/persistence';

type AgreementEvent = typeof providerAgreed | typeof providerAgreementWithdrawn;

/** To which outside providers each user agreed that texts go. A change and its event are committed together. */
@Injectable()
export class Agreements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: AiEngine,
  ) {}

  async of(userId: string): Promise<AgreementsReply> {
    const agreed = await this.agreed(userId);
    const inUse = this.engine.providers;
    return {
      providers: aiProviderNames.map((provider) => ({
        provider,
        name: aiProviders[provider],
        inUse: inUse.includes(provider),
        agreedAt: agreed.get(provider)?.toISOString() ?? null,
      })),
    };
  }

  agree(provider: AiProvider, call: Call): Promise<AgreementsReply> {
    return this.change(provider, call, {
      event: providerAgreed,
      sql: `INSERT INTO provider_agreements (user_id, provider, agreed_at) VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING RETURNING provider`,
      more: [new Date()],
    });
  }

  withdraw(provider: AiProvider, call: Call): Promise<AgreementsReply> {
    return this.change(provider, call, {
      event: providerAgreementWithdrawn,
      sql: `WITH withdrawn AS (
              DELETE FROM provider_agreements WHERE user_id = $1 AND provider = $2 RETURNING provider
            ) SELECT provider FROM withdrawn`,
      more: [],
    });
  }

  /** To be asked before anything is held. Refusal: `CONSENT_REQUIRED` for a provider in use to which this user has not agreed. */
  async demand(userId: string): Promise<void> {
    const { providers } = this.engine;
    if (providers.length === 0) return;
    const agreed = await this.agreed(userId);
    const missing = providers.find((provider) => !agreed.has(provider));
    if (!missing) return;
    const sentence = `This text would go to ${aiProviders[missing]}; its owner has not agreed to that.`;
    throw new PhoenixError('CONSENT_REQUIRED', sentence, { provider: missing });
  }

  private async agreed(userId: string): Promise<Map<string, Date>> {
    const rows = await this.dataSource.query<{ provider: string; agreedAt: Date }[]>(
      `SELECT provider, agreed_at AS "agreedAt" FROM provider_agreements WHERE user_id = $1`,
      [userId],
    );
    return new Map(rows.map(({ provider, agreedAt }) => [provider, agreedAt]));
  }

  private async change(
    provider: AiProvider,
    call: Call,
    { event, sql, more }: { event: AgreementEvent; sql: string; more: readonly Date[] },
  ): Promise<AgreementsReply> {
    const { userId } = call;
    await transaction(this.dataSource, async (tx) => {
      const changed = await tx.query<unknown[]>(sql, [userId, provider, ...more]);
      if (changed.length === 0) return;
      await recordEvents(tx, {
        source: 'letters',
        cause: call.cause(),
        occurredAt: more[0] ?? new Date(),
        events: [
          {
            contract: event,
            userId,
            data: { provider },
            subjectVersion: await nextSubjectVersion(tx, userId),
          },
        ],
      });
    });
    return this.of(userId);
  }
}
