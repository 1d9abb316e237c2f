import { openIt, tryIt } from './try-it.mjs';

/**
 * What a person does next, once the stack is ready: a link to open in a browser, and commands to try. A link that
 * cannot be made now is left out: the stack runs without it.
 * @param {import('./stack-file.mjs').Stack} stack
 */
export async function announce(stack) {
  const link = await openIt(stack).catch(() => undefined);
  const open = link && [
    'Open, once and within ten minutes (another one: npm run phoenix -- sign-in-link):',
    `  ${link}`,
    '',
  ];
  const commands = tryIt(stack.websiteUrl, process.env.PHOENIX_HOME);
  return [...(open || []), 'Try:', ...commands.map((command) => `  ${command}`)].join('\n');
}
