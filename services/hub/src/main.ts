import 'reflect-metadata';
import { startService } from '#libs/messaging';
import { hubService } from './hub-service.js';

await startService(hubService);
