import { migrateService } from '#libs/persistence';
import { migrations } from './migrations/migrations.js';

await migrateService('website', migrations);
