import 'reflect-metadata';
import { Controller, Module, StandardSchemaValidationPipe, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, MessagePattern, Payload, RpcException, Transport } from '@nestjs/microservices';
import { previewEnergy } from '#libs/contracts';
import { bearerToken, header, TokenVerifier } from '#libs/messaging';
import { answer, subject } from './question.mjs';

const verifier = await TokenVerifier.fromFile(process.env.PHOENIX_TOKEN_KEYS_FILE ?? '');

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
  options: { servers: [process.env.NATS_URL], queue: 'hub' },
  logger: false,
});
await app.listen();
