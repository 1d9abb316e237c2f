import type { z } from 'zod';
import { ConfigError, type ConfigFault } from './config-error.js';
import { hideSecrets } from './hide-secrets.js';
import { misnamedVariables } from './misnamed-variables.js';
import { houseDefaults, houseRules } from './service-environment.js';

export interface ConfigOptions {
  readonly service: string;
  /** Further faults, for what depends on more than one variable; listed with all others. */
  readonly rules?: (env: NodeJS.ProcessEnv) => ConfigFault[];
}

/**
 * The configuration of a service, read from its environment once at boot; values are trimmed, an empty one counts as
 * not set. Throws a ConfigError that lists all faults together, unknown `PHOENIX_*` and misspelt names among them.
 */
export function parseConfig<S extends z.ZodObject>(
  schema: S,
  env: NodeJS.ProcessEnv,
  options: ConfigOptions,
): z.output<S> {
  const set = { ...houseDefaults(env), ...onlySet(env) };
  const result = schema.safeParse(set);
  const faults = [
    ...misnamedVariables(env, Object.keys(schema.shape)),
    ...(result.error?.issues ?? []).map((issue) => faultOf(issue, schema, set)),
    ...houseRules(set),
    ...(options.rules?.(set) ?? []),
  ];
  if (!result.success || faults.length > 0) {
    throw new ConfigError(options.service, onePerVariable(faults));
  }
  return result.data;
}

function onlySet(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim() ?? ''] as const)
      .filter(([, value]) => value !== ''),
  );
}

function faultOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodObject,
  env: Record<string, string>,
): ConfigFault {
  const variable = String(issue.path[0] ?? 'The environment');
  const described = schema.shape[variable] && descriptionOf(schema.shape[variable]);
  return {
    variable,
    wrong: wrongWith(variable, env[variable]),
    expected: described ?? `something else (${issue.message})`,
  };
}

function wrongWith(variable: string, value: string | undefined): string {
  if (value === undefined) return 'is not set';
  const mayBeSecret = /KEY|SECRET|TOKEN|PASS|URL|DSN/.test(variable) && !variable.endsWith('_FILE');
  if (mayBeSecret) return 'has a value of the wrong form';
  return `is "${hideSecrets(value.length > 80 ? `${value.slice(0, 80)}…` : value)}"`;
}

/** Zod keeps a description on the schema that it was given to, not on those wrapped around it. */
function descriptionOf(schema: z.core.$ZodType): string | undefined {
  const { description } = schema as { description?: string };
  const { innerType } = schema._zod.def as { innerType?: z.core.$ZodType };
  return description ?? (innerType && descriptionOf(innerType));
}

function onePerVariable(faults: ConfigFault[]): ConfigFault[] {
  return [...new Map(faults.toReversed().map((f) => [f.variable, f])).values()].toReversed();
}
