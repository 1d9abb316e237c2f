import { parseArgs } from 'node:util';
import { serviceNames } from './service-names.mjs';

/** What the command line asks for, or the fault that keeps it from being understood. */
export function parseOptions(/** @type {string[]} */ args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        instances: { type: 'string', multiple: true, default: [] },
      },
    });
    const { help, json, watch } = values;
    return { help, json, watch, instances: instancesOf(values.instances ?? []) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function instancesOf(/** @type {string[]} */ asked) {
  const counts = Object.fromEntries(serviceNames.map((name) => [name, 1]));
  for (const one of asked.flatMap((list) => list.split(','))) {
    const [, name = '', count] = /^(\w+)=([1-9]\d?)$/.exec(one) ?? [];
    if (!(name in counts)) {
      throw new Error(
        `--instances ${one} is not understood: write a service and a number, such as hub=2.`,
      );
    }
    if (name === 'website' && count !== '1') {
      throw new Error('--instances website: one address has one website. Leave it at 1.');
    }
    counts[name] = Number(count);
  }
  return counts;
}
