import {
  allContracts,
  buckets,
  house,
  serviceNames,
  sourceOf,
  type ServiceName,
} from '#libs/contracts';

const stream = 'PHOENIX_EVENTS';
const api = ['$JS.API', '$JS.EVENTS.API'];
const kept = Object.values(buckets);
const others = (service: ServiceName) => serviceNames.filter((name) => name !== service);
const telling = serviceNames.filter((name) => house[name].emits.length > 0);

/** What a service must not be able to publish, written down from the charters and not from the rights. */
export function forbiddenToPublish(service: ServiceName): string[] {
  const { calls, keeps, reads, createsStream, discovers, inspects } = house[service];
  const asked = allContracts.flatMap((contract) => {
    const foreign = others(service).map((name) => name as string);
    const names = calls.includes(contract) ? foreign : [...foreign, service];
    const below = contract.kind === 'stream' ? ['', 'some-work.'] : [''];
    return names.flatMap((name) => below.map((work) => `${contract.subject}.${work}${name}`));
  });
  const managed = ['UPDATE', 'DELETE', 'PURGE', 'MSG.GET', 'MSG.DELETE', 'SNAPSHOT', 'RESTORE'];
  const orders = [
    ...managed.map((verb) => `STREAM.${verb}.${stream}`),
    ...(createsStream ? [] : [`STREAM.CREATE.${stream}`, `DIRECT.GET.${stream}`]),
    ...['STREAM.LIST', 'STREAM.NAMES', `CONSUMER.LIST.${stream}`, `CONSUMER.CREATE.${stream}`],
    ...(reads.length > 0 ? [] : foreignConsumers(service)),
    ...kept.flatMap((bucket) => [
      ...['DELETE', 'PURGE', 'MSG.DELETE'].map((verb) => `STREAM.${verb}.KV_${bucket}`),
      ...(keeps.includes(bucket) ? [] : [`STREAM.CREATE.KV_${bucket}`, `$KV.${bucket}.key`]),
    ]),
  ].flatMap((request) => api.map((prefix) => `${prefix}.${request}`));
  return [
    ...others(service).map((name) => `phoenix.event.${name}.somebody`),
    ...asked,
    ...orders,
    ...kept.map((bucket) => `$KV.${bucket}.key`),
    ...serviceNames.map((name) => `_INBOX.${name}.x.y`),
    ...(discovers ? [] : ['$SRV.PING', '$SRV.STATS.hub']),
    ...(inspects ? [] : ['$SYS.REQ.SERVER.PING.VARZ']),
    ...[
      '$SYS.REQ.SERVER.PING',
      '$SYS.REQ.SERVER.PING.CONNZ',
      `$JS.ACK.${stream}.relay-hub.1.1.1.1.0`,
    ],
  ];
}

function foreignConsumers(service: ServiceName): string[] {
  const tellers = others(service).filter((name) => telling.includes(name));
  return [
    `CONSUMER.CREATE.${stream}.any`,
    `CONSUMER.CREATE.${stream}.relay-${service}`,
    `CONSUMER.CREATE.${stream}.any.phoenix.event.${service}.>`,
    `CONSUMER.MSG.NEXT.${stream}.any`,
    ...tellers.flatMap((name) => [
      `CONSUMER.CREATE.${stream}.relay-${service}.phoenix.event.${name}.>`,
      `CONSUMER.CREATE.${stream}.relay-${name}.phoenix.event.${name}.>`,
      `CONSUMER.MSG.NEXT.${stream}.relay-${name}`,
      `CONSUMER.DELETE.${stream}.relay-${name}`,
    ]),
  ];
}

/** What a service must not be able to listen to, as subject and queue group. */
export function forbiddenToHear(service: ServiceName): { subject: string; queue?: string }[] {
  const { handles, hears } = house[service];
  const requests = allContracts.flatMap((contract) => {
    const subjects = [`${contract.subject}.*`];
    if (contract.kind === 'stream') subjects.push(`${contract.subject}.*.*`);
    return subjects.flatMap((subject) => {
      const alone = [{ subject }, { subject, queue: 'spy' }];
      return handles.includes(contract) ? alone : [...alone, { subject, queue: service }];
    });
  });
  const heard = hears.map(sourceOf);
  const plain = [
    ...['>', '_INBOX.>', 'phoenix.>', 'phoenix.event.>', '$JS.>', '$KV.>', '$SYS.>', '$SRV.>'],
    ...others(service).flatMap((name) => [`_INBOX.${name}.>`, `$SRV.INFO.${name}`]),
    ...telling.filter((name) => !heard.includes(name)).map((name) => `phoenix.event.${name}.*`),
  ];
  return [...requests, ...plain.map((subject) => ({ subject }))];
}
