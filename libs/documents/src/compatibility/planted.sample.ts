import { z } from 'zod';
import {
  defineCommand,
  defineEvent,
  defineStream,
  type CallerRule,
  type RefusalCode,
} from '#libs/contracts';
import { publicationOf, publicationOfEvent, type Publication } from './publication.js';

interface Parts {
  readonly request?: z.ZodRawShape;
  readonly reply?: z.ZodRawShape;
  readonly by?: CallerRule[];
  readonly refusals?: RefusalCode[];
  readonly maxBytes?: number;
}

/** A command as it would be published. */
export function command(parts: Parts): Publication {
  const { by = ['user'], refusals = [], maxBytes = 100 } = parts;
  return publicationOf(
    defineCommand({
      subject: 'phoenix.command.cat.feed',
      by,
      refusals,
      maxBytes,
      request: z.object(parts.request ?? {}),
      reply: z.object(parts.reply ?? {}),
    }),
  );
}

export function request(fields: z.ZodRawShape): Publication {
  return command({ request: fields });
}

export function reply(fields: z.ZodRawShape): Publication {
  return command({ reply: fields });
}

/** A stream whose parts have these fields, as it would be published. */
export function part(fields: z.ZodRawShape): Publication {
  const nothing = z.object({});
  return publicationOf(
    defineStream({
      subject: 'phoenix.stream.cat.watch',
      by: ['user'],
      refusals: [],
      request: nothing,
      part: z.object(fields),
      reply: nothing,
    }),
  );
}

export function event(data: z.ZodRawShape, version = 1): Publication {
  return publicationOfEvent(
    defineEvent({ type: 'CatFed', version, by: ['service:hub'], data: z.object(data) }),
  );
}
