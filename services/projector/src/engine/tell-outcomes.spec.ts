import { describe, expect, it } from '@jest/globals';
import { createLog, newTrace, traceIdOf } from '#libs/telemetry';
import { eventStore } from '../read-models/event-store.js';
import type { Fact } from './fact.js';
import { planBatch } from './plan-batch.js';
import { tellOutcomes } from './tell-outcomes.js';

const traceparent = newTrace();
const fact = {
  envelope: {
    ...{ id: 'i', source: 'cv', userId: null, type: 'CvVerified', eventVersion: 1 },
    ...{ subjectVersion: 1, correlationId: 'one-request', traceparent },
  },
  ...{ sequence: 9, epoch: 'e', recordedAt: '', bytes: new TextEncoder().encode('{}') },
} as unknown as Fact;

function told(level: 'debug' | 'info', one: Fact): Record<string, unknown>[] {
  const lines: string[] = [];
  const log = createLog({
    ...{ service: 'projector', instance: 'test', level, format: 'json' },
    destination: { write: (line) => void lines.push(line) },
  });
  tellOutcomes({ model: 'event-store' }, [one], planBatch(eventStore, [one], new Map()), log);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('tellOutcomes', () => {
  const context = { correlationId: 'one-request', traceId: traceIdOf(traceparent) };

  it('logs each projected event under its own correlation and trace id, at debug only', () => {
    const line = { level: 'debug', msg: 'projected', model: 'event-store', type: 'CvVerified' };
    expect(told('debug', fact)).toMatchObject([{ ...line, ...context, sequence: 9 }]);
    expect(told('info', fact)).toEqual([]);
  });

  it('warns of each parked event under its own correlation and trace id', () => {
    const late = { ...fact, envelope: { ...fact.envelope, subjectVersion: 3 } };
    const line = { level: 'warn', msg: 'parked an event: version 1 has not arrived' };
    expect(told('info', late)).toMatchObject([{ ...line, ...context, reason: 'GAP' }]);
  });
});
