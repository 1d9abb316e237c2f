import 'reflect-metadata';
import { Controller, Module, StandardSchemaValidationPipe, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, MessagePattern, Payload, RpcException, Transport } from '@nestjs/microservices';
import { previewEnergy } from '#libs/contracts';
import { bearerToken, Connection, header, IdentityBuckets, TokenVerifier } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { bareConnection } from './bare-connection.mjs';
import { answer, subject } from './question.mjs';

const log = createLog({ service: 'stock', instance: 'stock', level: 'silent', format: 'json' });
/** Beside stock Nest's own connection, to watch the token keys that its guard needs. */
const connection = await Connection.open({
  servers: [process.env.NATS_URL ?? ''],
  caller: 'hub',
  name: 'stock',
  seedFile: process.env.NATS_NKEY_SEED_FILE ?? '',
  log,
});
const identity = IdentityBuckets.watch(connection, log);
await identity.untilKnown(10_000);
const verifier = new TokenVerifier(identity);

/** Verifies the same tokens with the same memory for those it knows. */
class TokenGuard {
  async canActivate(/** @type {import('@nestjs/common').ExecutionContext} */ context) {
    const headers = context.switchToRpc().getContext().getHeaders();
    await verifier.verify(bearerToken(headers?.get(header.authorization)));
    return true;
  }
}

/** The same answer as stock Nest gives it: guard, validation pipe by the same schema, its own NATS server. */
class StockController {
  preview() {
    return answer;
  }
}
const pipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new RpcException({ code: 'INVALID_MESSAGE', issues }),
});
const method = Object.getOwnPropertyDescriptor(StockController.prototype, 'preview');
Payload({ schema: previewEnergy.request, pipes: [pipe] })(StockController.prototype, 'preview', 0);
Ctx()(StockController.prototype, 'preview', 1);
MessagePattern(subject)(StockController.prototype, 'preview', /** @type {any} */ (method));
UseGuards(TokenGuard)(StockController.prototype, 'preview', /** @type {any} */ (method));
Controller()(StockController);

class StockModule {}
Module({ controllers: [StockController] })(StockModule);

const app = await NestFactory.createMicroservice(StockModule, {
  transport: Transport.NATS,
  options: { ...(await bareConnection()), queue: 'hub' },
  logger: false,
});
await app.listen();
