import 'reflect-metadata';
import { startService } from '#libs/messaging';
import { websiteService } from './website-service.js';

await startService(websiteService);
