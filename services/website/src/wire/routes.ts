import { applyDecorators, Controller, SetMetadata, UseGuards } from '@nestjs/common';
import { staffMayReadOthers } from '../identity/other-user.js';
import { VerifiedUserGuard } from '../identity/verified-user.guard.js';

interface UserRouteOptions {
  /** Staff may name another user, whose data they then read (R29). */
  readonly staffMayReadOthers?: boolean;
}

/** Routes for a verified user, under `/api` and, for older clients, without. */
export function UserRoutes(path: string, options: UserRouteOptions = {}): ClassDecorator {
  return applyDecorators(
    PublicRoutes(path),
    SetMetadata(staffMayReadOthers, options.staffMayReadOthers ?? false),
    UseGuards(VerifiedUserGuard),
  );
}

/** Routes for anybody, under `/api` and, for older clients, without. */
export function PublicRoutes(path: string): ClassDecorator {
  return Controller([`api/${path}`, path]);
}
