import type { EventEnvelope, ServiceName } from '#libs/contracts';

/** Which events are wanted; what is left out does not matter. */
export interface EventFilter {
  readonly user?: string;
  readonly type?: string;
  readonly source?: ServiceName;
  readonly correlation?: string;
}

/** True for an event of this user, type, source and correlation id, as far as they are asked for. */
export function isWanted(
  { userId, type, source, correlationId }: EventEnvelope,
  wanted: EventFilter,
): boolean {
  return (
    (wanted.user === undefined || wanted.user === userId) &&
    (wanted.type === undefined || wanted.type === type) &&
    (wanted.source === undefined || wanted.source === source) &&
    (wanted.correlation === undefined || wanted.correlation === correlationId)
  );
}
