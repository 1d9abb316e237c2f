import { serviceNames, type OutsideService } from '#libs/contracts';
import { jetStreamApi } from '../jetstream.js';
import { ownLogFilter } from '../stream/own-log.js';
import { streamName } from '../stream/stream-definition.js';
import type { Rights } from './right.js';

const form = /^[a-z][a-z-]{1,40}$/;

/**
 * What a service that is not of the house may do: read the events of the services it names, each through one consumer
 * of a fixed name. Throws on a name that is another's or no token.
 */
export function outsideRights({ name, reads }: OutsideService): Rights {
  if (!form.test(name) || serviceNames.some((service) => service === name)) {
    throw new Error(
      `An outside service cannot be called "${name}": take lower-case letters and hyphens, and no name of the house.`,
    );
  }
  const ask = (request: string, why: string) => ({ subject: `${jetStreamApi}.${request}`, why });
  return {
    publish: [
      ask(`STREAM.INFO.${streamName}`, 'asks where the stream stands'),
      ...reads.flatMap((source) => {
        const consumer = `${streamName}.${name}-${source}`;
        const why = `reads the events of ${source}`;
        return [
          ask(`CONSUMER.CREATE.${consumer}.${ownLogFilter(source)}`, why),
          ...['INFO', 'MSG.NEXT', 'DELETE'].map((verb) => ask(`CONSUMER.${verb}.${consumer}`, why)),
        ];
      }),
    ],
    subscribe: [{ subject: `_INBOX.${name}.>`, why: 'its own inbox, which nobody else reads' }],
    mayAnswer: false,
  };
}
