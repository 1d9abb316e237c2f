import 'reflect-metadata';
import { startService } from '#libs/messaging';
import { cvService } from './cv-service.js';

await startService(cvService);
