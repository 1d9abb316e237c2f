import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineCommand, type CallerRule } from '#libs/contracts';
import type { TokenVerifier } from '#libs/messaging';
import { TestStack } from '#libs/testing';
import { authorize } from '../../../libs/messaging/src/server/authorize.js';

type Who = 'nobody' | 'user' | 'staff';

const anonymous = 'let in, as nobody';
const asOneself = 'let in, as oneself';

/** Who is let in by which rules, calling as letters: the whole of `by:`. */
const table: [CallerRule[], Record<Who, string>][] = [
  [['user'], { nobody: 'UNAUTHENTICATED', user: asOneself, staff: asOneself }],
  [['staff'], { nobody: 'UNAUTHENTICATED', user: 'FORBIDDEN', staff: asOneself }],
  [['user', 'staff'], { nobody: 'UNAUTHENTICATED', user: asOneself, staff: asOneself }],
  [['service:letters'], { nobody: anonymous, user: asOneself, staff: asOneself }],
  [['service:cv'], { nobody: 'FORBIDDEN', user: 'FORBIDDEN', staff: 'FORBIDDEN' }],
  [['service:cv', 'staff'], { nobody: 'UNAUTHENTICATED', user: 'FORBIDDEN', staff: asOneself }],
  [['service:letters', 'staff'], { nobody: anonymous, user: asOneself, staff: asOneself }],
  [['anyone'], { nobody: anonymous, user: asOneself, staff: asOneself }],
];

describe('who may call, by a contract’s rules', () => {
  let stack: TestStack;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    stack = await TestStack.start();
    verifier = await stack.verifier();
  });
  afterAll(() => stack?.stop());

  async function outcome(by: CallerRule[], who: Who, caller: string): Promise<string> {
    const empty = z.object({});
    const subject = 'phoenix.command.cat.feed';
    const contract = defineCommand({ subject, by, request: empty, reply: empty, refusals: [] });
    const userId = randomUUID();
    const staff = who === 'staff';
    const token = who === 'nobody' ? undefined : await stack.identities.token(userId, { staff });
    try {
      const identity = await authorize(contract, caller, token, verifier);
      if (!identity) return anonymous;
      return identity.userId === userId && identity.staff === staff ? asOneself : 'somebody else';
    } catch (error) {
      return (error as { code: string }).code;
    }
  }

  it.each(table)('R28, R29: by %j', async (by, expected) => {
    for (const who of Object.keys(expected) as Who[])
      expect([who, await outcome(by, who, 'letters')]).toEqual([who, expected[who]]);
  });

  it('R28: no name that looks like a service’s is taken for one', async () => {
    for (const caller of ['', 'letters2', 'LETTERS', 'service:letters', '*'])
      expect(await outcome(['service:letters'], 'nobody', caller)).toBe('FORBIDDEN');
  });
});
