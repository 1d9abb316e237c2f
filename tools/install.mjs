import { ensureInstalled } from './stack/install.mjs';

await ensureInstalled({ log: (sentence) => void process.stdout.write(`· ${sentence}\n`) });
