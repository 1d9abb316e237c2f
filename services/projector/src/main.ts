import 'reflect-metadata';
import { startService } from '#libs/messaging';
import { projectorService } from './projector-service.js';

await startService(projectorService);
