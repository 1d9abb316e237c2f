import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type Metric,
} from 'prom-client';

/** All figures of this process, in Prometheus' form. */
export const metricsRegistry = new Registry();
const registers = [metricsRegistry];

const form = /^phoenix(?:_[a-z][a-z0-9]*){2,}$/;
/** From half a millisecond to ten seconds. */
const secondsBuckets = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/** A figure that only grows, named `phoenix_<what>_<unit>_total`; the existing one when asked again. */
export function counter<L extends string>(name: string, help: string, labelNames: L[] = []) {
  if (!name.endsWith('_total')) throw new Error(`Name the counter ${name}_total.`);
  return once(name, Counter<L>, () => new Counter<L>({ name, help, labelNames, registers }));
}

/** A figure that rises and falls, named `phoenix_<what>_<unit>`; the existing one when asked again. */
export function gauge<L extends string>(name: string, help: string, labelNames: L[] = []) {
  return once(name, Gauge<L>, () => new Gauge<L>({ name, help, labelNames, registers }));
}

/** A distribution, named `phoenix_<what>_<unit>`, with buckets in that unit; the existing one when asked again. */
export function histogram<L extends string>(
  name: string,
  help: string,
  labelNames: L[] = [],
  buckets: number[] = secondsBuckets,
) {
  const make = () => new Histogram<L>({ name, help, labelNames, buckets, registers });
  return once(name, Histogram<L>, make);
}

/** Adds memory, CPU and event loop figures of this process; asking again changes nothing. */
export function collectProcessMetrics(): void {
  if (!metricsRegistry.getSingleMetric('process_cpu_seconds_total')) {
    collectDefaultMetrics({ register: metricsRegistry });
  }
}

function once<M extends Metric>(name: string, kind: new (...args: never[]) => M, make: () => M): M {
  if (!form.test(name)) throw new Error(`Name the metric phoenix_<what>_<unit>, not ${name}.`);
  const existing = metricsRegistry.getSingleMetric(name);
  if (existing === undefined) return make();
  if (existing instanceof kind) return existing;
  throw new Error(`The metric ${name} exists as another kind. Give one of them another name.`);
}
