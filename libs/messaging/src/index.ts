export { askBrokers, type BrokerFigures } from './broker/ask-brokers.js';
export { fillBucket, type BucketEntry } from './buckets/fill-bucket.js';
export { KeptBucket } from './buckets/kept-bucket.js';
export { newCaller, type Caller } from './client/caller.js';
export { MessageClient, type RequestOptions } from './client/message-client.js';
export type { StreamOptions } from './client/streams/open-stream.js';
export type { ReplyStream } from './client/streams/reply-stream.js';
export { Connection } from './connection.js';
export { discover, type ServiceInstance } from './discovery/discover.js';
export { askHops } from './hops/ask-hops.js';
export type { Hop, HopQuestion, RememberedHops } from './hops/hop.js';
export { momentOf, RecentHops } from './hops/recent-hops.js';
export type { Identity } from './identity/identity.js';
export { IdentityBuckets } from './identity/identity-buckets.js';
export { readSignInCode, type SignInCode } from './identity/sign-in-codes.js';
export { TokenSigner, type TokenSubject } from './identity/token-signer.js';
export { TokenVerifier } from './identity/token-verifier.js';
export { MessagingModule } from './messaging.module.js';
export { keyVariable, usersOf, type NatsUser } from './permissions/nats-user.js';
export { permissionDrift, type PermissionDrift } from './permissions/permission-drift.js';
export { permissionsFile } from './permissions/permissions-file.js';
export { Call } from './server/call.js';
export { canonicalJson } from './server/canonical-json.js';
export { Handles, type Answer, type Parts } from './server/handles.js';
export { NatsStrategy } from './server/nats-strategy.js';
export { partsFrom, type GivePart } from './server/streams/parts-from.js';
export { StoredReply } from './server/stored-reply.js';
export {
  LEAVING,
  LOG,
  runService,
  type RunningService,
  type ServiceDefinition,
} from './run-service.js';
export { startService } from './start-service.js';
export { EventHints } from './stream/event-hints.js';
export {
  readEvents,
  StreamLostError,
  type ReadOptions,
  type StreamedEvent,
} from './stream/event-reader.js';
export { EventStream, type StreamPosition } from './stream/event-stream.js';
export { PublishError } from './stream/publish.js';
export type { StreamFigures } from './stream/stream-figures.js';
export { streamName, type StreamSize } from './stream/stream-definition.js';
export { bearerToken } from './wire/authorization.js';
export { header } from './wire/headers.js';
export { streamHeader } from './wire/stream-headers.js';
export { deepestJson, isDeep } from './wire/json.js';
