import { counter, gauge } from '#libs/telemetry';
import type { Build, Role } from '../builds/build.js';

/** The figures of the builds that this process writes. */
export const projectorMetrics = {
  checkpoint: gauge(
    'phoenix_projector_checkpoint_sequence',
    'Sequence in the stream of the last event that a read model has taken',
    ['model'],
  ),
  lag: gauge(
    'phoenix_projector_lag_events',
    'Events in the stream that a read model has not yet taken',
    ['model'],
  ),
  lagSeconds: gauge(
    'phoenix_projector_lag_seconds',
    'For how long the stream has held events that a read model has not yet taken',
    ['model'],
  ),
  events: counter(
    'phoenix_projector_events_total',
    'Events that a read model has taken, by what became of them',
    ['model', 'outcome'],
  ),
  parked: gauge(
    'phoenix_projector_parked_users',
    'Users of whom a read model cannot take the next event, or misses it',
    ['model'],
  ),
};

/** The labels of a build's figures: the live one goes by the name of its model alone. */
export function figuresOf({ model, number }: Build, role: Role): { readonly model: string } {
  return { model: role === 'live' ? model : `${model} (build ${number})` };
}

/** Another process writes this build now, or nobody: its figures are no longer ours to tell. */
export function forgetFigures(figures: { readonly model: string }): void {
  for (const figure of [
    projectorMetrics.checkpoint,
    projectorMetrics.lag,
    projectorMetrics.lagSeconds,
    projectorMetrics.parked,
  ]) {
    figure.remove(figures);
  }
}
