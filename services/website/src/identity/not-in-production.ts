import { Injectable, NotFoundException, type CanActivate } from '@nestjs/common';
import { Site } from './site.js';

/** In production a route under this guard does not exist (R31). */
@Injectable()
export class NotInProduction implements CanActivate {
  constructor(private readonly site: Site) {}

  canActivate(): boolean {
    if (this.site.production) throw new NotFoundException();
    return true;
  }
}
