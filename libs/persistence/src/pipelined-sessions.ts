import { PipelinedSession, type SessionSettings } from './pipelined-session.js';

/** Opens connections of their own to the service's schema, under its run-time role. */
export class PipelinedSessions {
  constructor(private readonly settings: Pick<SessionSettings, 'service' | 'url'>) {}

  open(settings: Pick<SessionSettings, 'purpose' | 'lockTimeoutMs'>): Promise<PipelinedSession> {
    return PipelinedSession.open({ ...this.settings, ...settings });
  }
}
