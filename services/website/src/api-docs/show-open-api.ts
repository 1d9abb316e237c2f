import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Operation } from '../wire/operation.js';

/** The injection token of the document. */
export const OPEN_API = Symbol('OpenAPI document');

/** Only where it belongs: no older client asks for it. */
@Controller('api/openapi.json')
export class ShowOpenApiRoute {
  private readonly text: string;

  constructor(@Inject(OPEN_API) document: object) {
    this.text = JSON.stringify(document);
  }

  @Operation('This document.', {
    contentType: 'application/json',
    description: 'OpenAPI 3.1, made from the routes of this very instance.',
  })
  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  openApi(): string {
    // As text: a key of the document is no key of ours, to be put in snake case.
    return this.text;
  }
}
