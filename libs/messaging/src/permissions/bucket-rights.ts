import type { ServiceCharter } from '#libs/contracts';
import { jetStreamApi } from '../jetstream.js';
import type { Right } from './right.js';

/** What a service publishes to write its buckets and to follow those that it watches. */
export function bucketRights({ keeps, watches }: ServiceCharter): Right[] {
  return [...keeps.flatMap(keepingRights), ...watches.flatMap(watchingRights)];
}

function keepingRights(bucket: string): Right[] {
  const why = `keeps ${bucket}`;
  const verbs = ['CREATE', 'UPDATE', 'INFO'];
  return [
    { subject: `${jetStreamApi}.$KV.${bucket}.>`, why },
    ...verbs.map((verb) => ({ subject: `${jetStreamApi}.STREAM.${verb}.KV_${bucket}`, why })),
  ];
}

function watchingRights(bucket: string): Right[] {
  const why = `watches ${bucket}`;
  const requests = [
    `STREAM.INFO.KV_${bucket}`,
    `CONSUMER.CREATE.KV_${bucket}.*.$KV.${bucket}.>`,
    `CONSUMER.INFO.KV_${bucket}.*`,
    `CONSUMER.DELETE.KV_${bucket}.*`,
  ];
  return [
    ...requests.map((request) => ({ subject: `${jetStreamApi}.${request}`, why })),
    { subject: `$JS.FC.KV_${bucket}.>`, why },
  ];
}
