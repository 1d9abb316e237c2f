import { previewEnergy } from '#libs/contracts';
import { startHub } from '../hub/start-hub.mjs';
import { answer } from './question.mjs';

await startHub({ contract: previewEnergy, handler: () => answer });
