import { z } from 'zod';
import { defineQuery } from '../define.js';
import { askedByOps } from '../status/service-status.js';
import { installation } from './installation.js';

/** How the projector is installed, as far as it can see, and what it was told of the stream that it creates. */
export const getProjectorInstallation = defineQuery({
  ...askedByOps,
  subject: 'phoenix.query.projector.get-installation',
  reply: installation.extend({
    stream: z.object({ maxBytes: z.int(), replicas: z.int() }),
    monthsUntil: z.iso
      .datetime()
      .nullable()
      .describe('Until when the event store has parts; null while it has none.'),
  }),
});
