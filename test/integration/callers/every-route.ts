import {
  controllersOf,
  routesOf,
  type Route,
} from '../../../services/website/src/api-docs/routes-of.js';
import { WebsiteModule } from '../../../services/website/src/website.module.js';

/** A route under one of its addresses. */
export interface AnyRoute extends Pick<Route, 'forUser' | 'staffMayReadOthers'> {
  readonly method: string;
  readonly path: string;
}

/** Every route of the website as Nest knows it, under each of its addresses: a new one is in it by itself. */
export const everyRoute: readonly AnyRoute[] = controllersOf(WebsiteModule)
  .flatMap(routesOf)
  .flatMap(({ paths, method, forUser, staffMayReadOthers }) =>
    paths.map((path) => ({ method: method.toUpperCase(), path, forUser, staffMayReadOthers })),
  );
