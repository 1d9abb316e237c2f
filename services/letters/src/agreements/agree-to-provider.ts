import { Controller } from '@nestjs/common';
import { agreeToProvider, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { Agreements } from './agreements.js';

@Controller()
export class AgreeToProviderHandler {
  constructor(private readonly agreements: Agreements) {}

  @Handles(agreeToProvider)
  handle({ provider }: RequestOf<typeof agreeToProvider>, call: Call) {
    return this.agreements.agree(provider, call);
  }
}
