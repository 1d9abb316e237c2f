import { Controller } from '@nestjs/common';
import { withdrawAgreement, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { Agreements } from './agreements.js';

@Controller()
export class WithdrawAgreementHandler {
  constructor(private readonly agreements: Agreements) {}

  @Handles(withdrawAgreement)
  handle({ provider }: RequestOf<typeof withdrawAgreement>, call: Call) {
    return this.agreements.withdraw(provider, call);
  }
}
