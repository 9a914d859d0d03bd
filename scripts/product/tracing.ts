import type { Settings } from '../../platform/config/settings';
import { recordSpans } from '../../platform/tracing/span';

/** Sends traces of this process where the settings say; without it nothing is loaded, and nothing made. `part` is what runs here. */
export async function openTracing(
  { tracesEndpoint: endpoint }: Pick<Settings, 'tracesEndpoint'>,
  part: string,
): Promise<{ stop(): Promise<void> }> {
  if (endpoint === null) return { stop: () => Promise.resolve() };
  // Read only where it is wanted: OpenTelemetry costs some memory and time at the start.
  const {
    otlpTracer,
  }: typeof import('../../platform/tracing/otlp-tracer') = require('../../platform/tracing/otlp-tracer');
  const { tracer, stop } = otlpTracer({ endpoint, part });
  recordSpans(tracer);
  return {
    stop() {
      recordSpans(null);
      return stop();
    },
  };
}
