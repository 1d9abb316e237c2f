import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import {
  GUARDS_METADATA,
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  MODULE_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { staffMayReadOthers } from '../identity/other-user.js';
import { VerifiedUserGuard } from '../identity/verified-user.guard.js';
import { operationKey, type OperationFacts } from '../wire/operation.js';
import type { RequestPart } from '../wire/request-part.js';

/** A route as its decorators say it. */
export interface Route {
  /** The class without its last word, and its method where it has several: `consumeEnergy`. */
  readonly name: string;
  readonly method: string;
  /** With a leading slash, `/api/…` first; parameters are `:name`. */
  readonly paths: readonly string[];
  readonly status: number;
  readonly forUser: boolean;
  readonly staffMayReadOthers: boolean;
  readonly parts: readonly RequestPart[];
  /** Undefined when nobody has said what the route promises. */
  readonly operation: OperationFacts | undefined;
}

/** The controllers of a module and of all that it imports. */
export function controllersOf(module: Type | DynamicModule): Type[] {
  const {
    module: type,
    controllers = [],
    imports = [],
  } = 'module' in module ? module : ({ module } as DynamicModule);
  const imported = [
    ...imports,
    ...metadata<DynamicModule['imports']>(MODULE_METADATA.IMPORTS, type, [])!,
  ];
  return [
    ...controllers,
    ...metadata<Type[]>(MODULE_METADATA.CONTROLLERS, type, []),
    ...imported.flatMap((one) => controllersOf(one as Type | DynamicModule)),
  ];
}

/** The routes of a controller, in the order in which they stand. */
export function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  const handlers = Object.getOwnPropertyNames(prototype).filter((name) =>
    Reflect.hasMetadata(METHOD_METADATA, prototype[name]!),
  );
  const subject = controller.name.replace(/Route$/, '');
  const base = subject[0]!.toLowerCase() + subject.slice(1);
  return handlers.map((handler) => {
    const name = handlers.length === 1 ? base : `${base}-${handler}`;
    return { name, ...factsOf(controller, handler, prototype[handler]!) };
  });
}

function factsOf(controller: Type, handler: string, method: object): Omit<Route, 'name'> {
  const verb = RequestMethod[metadata<RequestMethod>(METHOD_METADATA, method, RequestMethod.GET)];
  const prefixes = [metadata<string | string[]>(PATH_METADATA, controller, '')].flat();
  const paths = [metadata<string | string[]>(PATH_METADATA, method, '')].flat();
  const guards = metadata<unknown[]>(GUARDS_METADATA, controller, []);
  const parameters = Object.values(
    metadata<Record<string, { data?: unknown }>>(ROUTE_ARGS_METADATA, controller, {}, handler),
  );
  return {
    method: verb.toLowerCase(),
    paths: prefixes.flatMap((prefix) => paths.map((path) => join(prefix, path))),
    status: metadata(HTTP_CODE_METADATA, method, verb === 'POST' ? 201 : 200),
    forUser: guards.includes(VerifiedUserGuard),
    staffMayReadOthers: metadata(staffMayReadOthers, controller, false),
    parts: parameters.map(({ data }) => data).filter(isPart),
    operation: metadata<OperationFacts | undefined>(operationKey, method, undefined),
  };
}

function metadata<T>(key: string, target: object, otherwise: T, property?: string): T {
  const value: unknown = property
    ? Reflect.getMetadata(key, target, property)
    : Reflect.getMetadata(key, target);
  return (value as T | undefined) ?? otherwise;
}

function join(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}

function isPart(data: unknown): data is RequestPart {
  return typeof data === 'object' && data !== null && 'shape' in data;
}
