import { Controller } from '@nestjs/common';
import { getProjectorStatus } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource, OwnStatus, tellWithin } from '#libs/persistence';
import { readBooksRound } from '../books/books-row.js';
import { countDeadLetters } from './count-dead-letters.js';

@Controller()
export class GetProjectorStatusHandler {
  constructor(
    private readonly own: OwnStatus,
    private readonly dataSource: DataSource,
  ) {}

  @Handles(getProjectorStatus)
  async handle() {
    const [own, deadLetters, books] = await Promise.all([
      this.own.read(),
      tellWithin(() => countDeadLetters(this.dataSource)),
      tellWithin(() => readBooksRound(this.dataSource)),
    ]);
    return { ...own, deadLetters, books };
  }
}
