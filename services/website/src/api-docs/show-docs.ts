import { Controller, Get, Header } from '@nestjs/common';
import { Operation } from '../wire/operation.js';
import { docsPage, docsPolicy } from './docs-page.js';

/** The document of the API as a page to read and try; what it loads is served beside it (`serve-page-parts.ts`). */
@Controller('api/docs')
export class ShowDocsRoute {
  @Operation('This document as a page.', {
    contentType: 'text/html',
    description: 'Swagger UI; nothing of it comes from another host.',
  })
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', docsPolicy)
  page(): string {
    return docsPage;
  }
}
