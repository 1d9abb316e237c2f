const allKinds = ['unit', 'integration', 'e2e', 'browser', 'runbook', 'chaos'];

/** Which kinds of test the command line names (without a name: all but browser, runbook and chaos), and what else it tells jest. */
export function chooseTests(/** @type {string[]} */ args) {
  const firstOther = args.findIndex((arg) => !allKinds.includes(arg));
  const named = firstOther === -1 ? args : args.slice(0, firstOther);
  const kinds = named.length > 0 ? named : ['unit', 'integration', 'e2e'];
  return {
    kinds,
    jestArguments: args.slice(named.length),
    needsStack: kinds.some((kind) => kind !== 'unit'),
  };
}
