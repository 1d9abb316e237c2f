import { describe, expect, it } from '@jest/globals';
import { Terminal } from './terminal.js';

function terminalWith(isTTY: boolean, env: NodeJS.ProcessEnv = {}) {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY,
    columns: 20,
    write: (text: string) => (written[name] += text),
  });
  return { written, terminal: new Terminal(output('stdout'), output('stderr'), env) };
}

describe('where a command writes', () => {
  it('puts a line in the place of the one before, no longer than the terminal is wide', () => {
    const { terminal, written } = terminalWith(true);
    expect(terminal.replace('half of it')).toBe(true);
    terminal.replace('much more than twenty characters');
    terminal.say('done');
    expect(written.stderr.split('\r\u001b[K')).toEqual([
      '',
      'half of it',
      'much more than twen',
      'done\n',
    ]);
  });

  it('steers nothing where there is no terminal', () => {
    const { terminal, written } = terminalWith(false);
    expect(terminal.replace('half of it')).toBe(false);
    expect(terminal.clear()).toBe(false);
    terminal.endReplacing();
    terminal.printFault('✗ it');
    expect(written).toEqual({ stdout: '✗ it\n', stderr: '' });
  });

  it('has no colour where none is wanted', () => {
    const red = terminalWith(true);
    red.terminal.printFault('✗ it');
    expect(red.written.stdout).toBe('\u001b[31m✗ it\u001b[0m\n');
    const asked = terminalWith(true, { NO_COLOR: '1' });
    asked.terminal.printFault('✗ it');
    const option = terminalWith(true);
    option.terminal.colour = false;
    option.terminal.printFault('✗ it');
    expect([asked.written.stdout, option.written.stdout]).toEqual(['✗ it\n', '✗ it\n']);
  });
});
