import { answerMetrics, METRICS_PATH } from '../../platform/metrics/metrics-server';
import type { MetricsRegistry } from '../../platform/metrics/registry';
import { refuseToChange } from '../entrance/refusal';
import { at, type OpenDoor } from './door';

/** Tells what this process measures. Not in production: there it has a port of its own, and here is nothing. */
export const metricsDoor = (registry: Pick<MetricsRegistry, 'read'>): OpenDoor => ({
  isOpen: true,
  matches: at(METRICS_PATH),
  async answer(response, { method }) {
    refuseToChange(response, method);
    await answerMetrics(registry, response);
  },
});
