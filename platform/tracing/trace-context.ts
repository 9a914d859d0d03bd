import { randomBytes } from 'node:crypto';

/** Carries the trace of a request from part to part (W3C Trace Context). */
export const TRACE_HEADER = 'traceparent';

/** Where in which trace something happens. Both ids are numbers in hexadecimal, and can hold no word. */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
  /** Whether its spans are recorded. */
  readonly isSampled: boolean;
}

const TRACE_BYTES = 16;
const SPAN_BYTES = 8;
const SAMPLED = 1;
/** Of version 00 this is all; a later one may go on after a hyphen. ff is no version. */
const PARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const LONGEST = 512;

/** The trace that a header names; null where there is none, or it is not written as the standard says. */
export function readTraceParent(header: string | null): TraceContext | null {
  if (header === null || header.length > LONGEST) return null;
  const [, version, traceId, spanId, flags, more] = PARENT.exec(header) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  if (version === '00' && more !== undefined) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

/** The header that names a trace. */
export const writeTraceParent = ({ traceId, spanId, isSampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

/** A trace that nothing belongs to yet; its spans are recorded where somebody takes them. */
export const newTrace = (): TraceContext => ({
  traceId: randomBytes(TRACE_BYTES).toString('hex'),
  spanId: randomBytes(SPAN_BYTES).toString('hex'),
  isSampled: true,
});
