import { counter, gauge } from '#libs/telemetry';

/** The figures of the read models that this process writes. */
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

/** Another process writes this model now: its figures are the ones to look at. */
export function forgetFigures(model: string): void {
  for (const figure of [
    projectorMetrics.checkpoint,
    projectorMetrics.lag,
    projectorMetrics.parked,
  ]) {
    figure.remove({ model });
  }
}
