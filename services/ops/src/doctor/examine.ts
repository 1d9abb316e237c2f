import { gravestFirst, type Check, type Finding, type Verdict } from './check.js';
import type { Seen } from './seen.js';

export interface Examination {
  /** The gravest first. */
  readonly findings: readonly (Finding & { readonly check: string })[];
  readonly unseen: readonly { readonly check: string; readonly what: string }[];
  /** What was looked at, and is well. */
  readonly well: readonly { readonly check: string; readonly seen: string }[];
}

/** What the checks say of what was seen. */
export function examine(seen: Seen, checks: readonly Check[]): Examination {
  const verdicts = checks.map((check) => ({ check: check.name, ...verdictOf(check, seen) }));
  const findings = verdicts.flatMap(({ check, findings: found }) =>
    found.map((finding) => ({ check, ...finding })),
  );
  return {
    findings: gravestFirst.flatMap((gravity) => findings.filter((one) => one.gravity === gravity)),
    unseen: verdicts.flatMap(({ check, unseen: what }) => (what ? [{ check, what }] : [])),
    well: verdicts.flatMap(({ check, findings: found, seen: what }) =>
      found.length === 0 && what !== '' ? [{ check, seen: what }] : [],
    ),
  };
}

function verdictOf(check: Check, seen: Seen): Verdict {
  if (check.asksServices && seen.installed.length === 0)
    return { findings: [], seen: '', unseen: 'no service answers that could tell' };
  return check.look(seen);
}
