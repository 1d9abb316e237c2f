import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { exportFormats, exportLetter, universalErrors } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { attachment } from '../wire/content-disposition.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { QueryParameters, type Read } from '../wire/shape.js';
import { whichVersion } from './which-version.js';

const asked = whichVersion.extend({ format: z.enum(exportFormats).default('pdf') });

@UserRoutes('letters')
export class ExportLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('One of one’s own letters as a file: the same version is the same bytes.', {
    contentType: [
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'text/plain',
    ],
    description: 'The file, named in `Content-Disposition`.',
    refusals: [...exportLetter.refusals, ...universalErrors],
  })
  @Get(':letter_id/export')
  async file(
    @Asking() user: AskingUser,
    @Param('letter_id') letterId: string,
    @QueryParameters(asked) which: Read<typeof asked>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const file = await this.client.request(exportLetter, { letterId, ...which }, user);
    void reply
      .header('content-type', file.mediaType)
      .header('content-disposition', attachment(file.fileName));
    return Buffer.from(file.content, 'base64');
  }
}
