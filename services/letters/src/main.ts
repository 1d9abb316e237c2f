import 'reflect-metadata';
import { startService } from '#libs/messaging';
import { lettersService } from './letters-service.js';

await startService(lettersService);
