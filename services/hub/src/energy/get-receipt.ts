import { Controller } from '@nestjs/common';
import { getReceipt, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { PriceList } from './price-list.js';
import { readReceipt } from './read-receipt.js';
import { receiptSentence } from './receipt-sentence.js';
import { entryNotFound } from './refusals.js';

@Controller()
export class GetReceiptHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: PriceList,
  ) {}

  @Handles(getReceipt)
  async handle({ entryId }: RequestOf<typeof getReceipt>, call: Call) {
    const receipt = await readReceipt(this.dataSource.manager, call.userId, entryId);
    if (!receipt) return entryNotFound(entryId);
    return { ...receipt, sentence: receiptSentence(receipt, this.catalogue) };
  }
}
