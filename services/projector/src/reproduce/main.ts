import { readFileSync } from 'node:fs';
import { readModels } from '../read-models/read-models.js';
import { reproduceLetter, type Letter } from './reproduce-letter.js';

const usage =
  'Give it the file of a dead letter: npm run -s phoenix -- dead-letters show --model <name> --sequence <n> --json > letter.json\n';

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write(usage);
  process.exit(2);
}
const { taken, lines } = reproduceLetter(letterIn(path), readModels);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = taken ? 0 : 1;

function letterIn(file: string): Letter {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Letter;
  } catch (error) {
    process.stderr.write(`${file} cannot be read: ${(error as Error).message}. ${usage}`);
    process.exit(2);
  }
}
