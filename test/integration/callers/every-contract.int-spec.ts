import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allContracts, errors, serviceNames, type Contract } from '#libs/contracts';
import { eventually } from '#libs/testing';
import { BareClient, callerOf, type BareReply } from '../conformance/bare-client.js';
import { sampleAboutNothing } from '../conformance/samples.js';
import { WebsiteStack } from '../website/website-stack.js';
import { badTokens } from './bad-tokens.js';

const lets = ({ by }: Contract, rule: string) => (by as readonly string[]).includes(rule);
const names = (contract: Contract, service: string) =>
  lets(contract, `service:${service}`) || lets(contract, `user-through:${service}`);
const throughServices = (contract: Contract) =>
  contract.by.some((rule) => rule.startsWith('user-through:'));
const forPersons = (contract: Contract) =>
  lets(contract, 'user') || lets(contract, 'staff') || throughServices(contract);
const namesAnother = ({ request }: Contract) => 'onBehalfOf' in request.shape;

describe('every contract, asked by whom it is not for', () => {
  let web: WebsiteStack;
  let client: BareClient;

  beforeAll(async () => {
    web = await WebsiteStack.start();
    client = await BareClient.open(web.stack.broker);
  });
  afterAll(async () => {
    await client?.close();
    await web?.stop();
  });

  const tokenOf = (options: { staff?: boolean } = {}) =>
    web.stack.identities.token(randomUUID(), options);

  async function ask(
    contract: Contract,
    token: string | undefined,
    { caller = callerOf(contract), body = {} }: { caller?: string; body?: object } = {},
  ): Promise<BareReply> {
    const headers = token === undefined ? undefined : { Authorization: `Bearer ${token}` };
    return client.ask(
      contract,
      { ...(await sampleAboutNothing(contract)), ...body },
      headers,
      caller,
    );
  }

  function expectRefused(reply: BareReply, code: 'UNAUTHENTICATED' | 'FORBIDDEN', details: object) {
    expect(reply).toMatchObject({ code, status: String(errors[code].status), body: { details } });
  }

  const isLetIn = ({ code }: BareReply) => code !== 'UNAUTHENTICATED' && code !== 'FORBIDDEN';

  describe.each(allContracts.map((contract) => [contract.subject, contract] as const))(
    '%s',
    (_subject, contract) => {
      const { by } = contract;

      it.each(badTokens)('R29: refuses $name', async ({ make, reason }) => {
        const token = await make(web.stack, randomUUID());
        // A session that ended a moment ago is known to be over within a second.
        const reply = await eventually(
          () => ask(contract, token),
          (found) => reason !== 'revoked' || !isLetIn(found),
        );
        expectRefused(reply, 'UNAUTHENTICATED', { reason });
      });

      if (forPersons(contract)) {
        it('R29: refuses whoever has no token', async () => {
          const callers = throughServices(contract)
            ? serviceNames.filter((name) => names(contract, name))
            : [...serviceNames, 'nobody'].filter((name) => !names(contract, name));
          for (const caller of callers)
            expectRefused(await ask(contract, undefined, { caller }), 'UNAUTHENTICATED', {
              reason: 'missing',
            });
        });
      }
      if (throughServices(contract) || !(forPersons(contract) || lets(contract, 'anyone'))) {
        it('R28: refuses every service that it does not name, whoever’s token it has', async () => {
          const others = [...serviceNames, 'nobody'].filter((name) => !names(contract, name));
          for (const caller of others) {
            for (const token of [undefined, await tokenOf(), await tokenOf({ staff: true })])
              expectRefused(await ask(contract, token, { caller }), 'FORBIDDEN', {
                allowed: [...by],
              });
          }
        });
      }

      if (lets(contract, 'staff') && !lets(contract, 'user')) {
        it('R29: refuses a user who is not staff', async () => {
          expectRefused(await ask(contract, await tokenOf()), 'FORBIDDEN', { allowed: [...by] });
        });
      }

      if (namesAnother(contract)) {
        it('R29: refuses a user who names another one, and lets staff', async () => {
          const why = { reasonCode: 'other', reason: 'Un essai' };
          const body = { onBehalfOf: randomUUID(), ...why };
          const reply = await ask(contract, await tokenOf(), { body });
          expectRefused(reply, 'FORBIDDEN', { allowed: ['staff'] });
          expect(isLetIn(await ask(contract, await tokenOf({ staff: true }), { body }))).toBe(true);
        });
      } else if (lets(contract, 'user') || throughServices(contract)) {
        it('R29: has no place to name another user', () => {
          const fields = Object.keys(contract.request.shape);
          expect(fields.filter((field) => /user|owner|account|behalf/i.test(field))).toEqual([]);
        });
      }

      it('lets in whom it is for', async () => {
        const token = forPersons(contract)
          ? await tokenOf({ staff: lets(contract, 'staff') })
          : undefined;
        expect(isLetIn(await ask(contract, token))).toBe(true);
      });
    },
  );

  it('is open without any token where it says so, and nowhere else', () => {
    const open = allContracts.filter((contract) => lets(contract, 'anyone'));
    expect(open.map(({ subject }) => subject)).toEqual(['phoenix.query.energy.get-catalogue']);
  });
});
