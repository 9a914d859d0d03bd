import {
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanBegun, SpanName, Tracer } from './span';
import type { TraceContext } from './trace-context';

const TIMEOUT_MILLIS = 5_000;
/** Spans that wait while the collector does not answer; more are dropped, and nobody waits for them. */
const MOST_WAITING = 4_096;
const SEND_EVERY_MILLIS = 2_000;

const KINDS: Readonly<Record<SpanName, SpanKind>> = {
  request: SpanKind.SERVER,
  answer: SpanKind.SERVER,
  ask: SpanKind.CLIENT,
  transaction: SpanKind.CLIENT,
  batch: SpanKind.CONSUMER,
  plan: SpanKind.INTERNAL,
};

/** Sends spans to an OpenTelemetry collector (OTLP over HTTP, in JSON) below `endpoint`. Loaded only where there is one. */
export function otlpTracer({ endpoint, part }: { readonly endpoint: string; readonly part: string }): {
  readonly tracer: Tracer;
  stop(): Promise<void>;
} {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: TIMEOUT_MILLIS });
  const processor = new BatchSpanProcessor(exporter, {
    ...{ maxQueueSize: MOST_WAITING, scheduledDelayMillis: SEND_EVERY_MILLIS },
    exportTimeoutMillis: TIMEOUT_MILLIS,
  });
  const provider = new BasicTracerProvider({
    // Ours alone: nothing of the machine, its environment or its command line.
    resource: resourceFromAttributes({ 'service.name': `complaints-${part}` }),
    spanProcessors: [processor],
  });
  const spans = provider.getTracer('council-complaints');
  return {
    tracer: { begin: (span, parent) => begun(spans, span, parent) },
    // What the collector does not take any more is lost, and holds nobody up.
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

function begun(
  spans: ReturnType<BasicTracerProvider['getTracer']>,
  { name, attributes = {}, follows = [] }: SpanBegun,
  parent: TraceContext,
): ReturnType<Tracer['begin']> {
  const named = Object.entries(attributes).map(([key, value]) => [`complaints.${key}`, value] as const);
  const links = follows.map((context) => ({ context: spanContextOf(context) }));
  const span = spans.startSpan(
    name,
    { kind: KINDS[name], attributes: Object.fromEntries(named), links },
    trace.setSpanContext(ROOT_CONTEXT, spanContextOf(parent)),
  );
  const { traceId, spanId } = span.spanContext();
  return {
    context: { traceId, spanId, isSampled: true },
    end({ isFailed = false, status } = {}) {
      if (status !== undefined) span.setAttribute('complaints.status', status);
      if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

const spanContextOf = ({ traceId, spanId, isSampled }: TraceContext): SpanContext => ({
  ...{ traceId, spanId, isRemote: true },
  traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
});
