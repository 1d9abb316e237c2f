import { readFile } from 'node:fs/promises';
import { blocksOf } from '../e2e/readme-blocks.js';

/** One situation of the runbook: what the operator types, and what the page says is printed then. */
export interface Situation {
  /** The command lines, without their comments. */
  readonly lines: readonly string[];
  /** The lines that are shown as printed. */
  readonly prints: readonly string[];
}

/** Reads the first commands of one situation, and all that it shows as printed. Throws when the page has no such title. */
export async function situation(title: string): Promise<Situation> {
  const blocks = blocksOf(await readFile('docs/runbook.md', 'utf8'), title);
  const typed = blocks.find(({ kind }) => kind === 'bash');
  const printed = blocks.filter(({ kind }) => kind === 'text');
  if (!typed) throw new Error(`"${title}" of the runbook has no commands.`);
  return {
    lines: linesOf(typed.text)
      .map((line) => line.replace(/(^|\s+)# .*$/, ''))
      .filter(Boolean),
    prints: printed.flatMap(({ text }) => linesOf(text)),
  };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
