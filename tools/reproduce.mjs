import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './stack/build.mjs';
import { ensureInstalled } from './stack/install.mjs';
import { projectRoot } from './stack/project.mjs';

const log = (/** @type {string} */ sentence) => void process.stderr.write(`· ${sentence}\n`);

await ensureInstalled({ log });
await ensureBuilt({ log });
const main = join(projectRoot, 'dist', 'services', 'projector', 'src', 'reproduce', 'main.js');
const child = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('error', (error) => log(error.message));
child.on('close', (code) => process.exit(code ?? 1));
