import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { previewEnergy } from '#libs/contracts';
import { startService } from '#libs/messaging';
import { parseConfig, serviceEnvironment } from '#libs/telemetry';
import { answeringHub } from '../hub/answering-hub.mjs';
import { answer } from './question.mjs';

class NoWork {}
Module({ controllers: [answeringHub(new Map([[previewEnergy, () => answer]]))] })(NoWork);

/** A service of this house as it stands: identity, validation, typed errors, metrics; its handler does no work. */
await startService(() => ({
  service: 'hub',
  config: parseConfig(serviceEnvironment, process.env, { service: 'hub' }),
  module: () => NoWork,
}));
