import { Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { exportFormats, exportLetter, exportMediaTypes, universalErrors } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { attachment } from '../wire/content-disposition.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { QueryParameters, type Read } from '../wire/shape.js';
import { whichVersion } from './which-version.js';

const asked = whichVersion.extend({ format: z.enum(exportFormats).optional() });

@UserRoutes('letters')
export class ExportLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('One of one’s own letters as a file: the same version is the same bytes.', {
    contentType: Object.values(exportMediaTypes),
    description:
      'The file, named in `Content-Disposition`; without `format`, of the type that is accepted.',
    refusals: [...exportLetter.refusals, ...universalErrors],
  })
  @Get(':letter_id/export')
  async file(
    @Asking() user: AskingUser,
    @Param('letter_id') letterId: string,
    @QueryParameters(asked) { version, format }: Read<typeof asked>,
    @Req() { headers: { accept = '' } }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const accepted = exportFormats.find((one) => accept.includes(exportMediaTypes[one]));
    const which = { letterId, version, format: format ?? accepted };
    const file = await this.client.request(exportLetter, which, user);
    void reply
      .header('content-type', file.mediaType)
      .header('content-disposition', attachment(file.fileName));
    return Buffer.from(file.content, 'base64');
  }
}
