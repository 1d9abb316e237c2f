import { Controller } from '@nestjs/common';
import { getAgreements, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { Agreements } from './agreements.js';

@Controller()
export class GetAgreementsHandler {
  constructor(private readonly agreements: Agreements) {}

  @Handles(getAgreements)
  handle(_request: RequestOf<typeof getAgreements>, call: Call) {
    return this.agreements.of(call.userId);
  }
}
