import { current, onAccountOf } from './current';
import type { TraceContext } from './trace-context';

/** All that is ever traced. There is no other, so that nothing gets in by itself: no statement, no variable, no address. */
export type SpanName = 'request' | 'plan' | 'ask' | 'answer' | 'transaction' | 'batch';
/** What a span says of itself: names that stand in the program or in what was published, and numbers. */
export type SpanAttribute = 'door' | 'part' | 'operation' | 'follower' | 'source' | 'events' | 'status';

export interface SpanBegun {
  readonly name: SpanName;
  readonly attributes?: Readonly<Partial<Record<SpanAttribute, string | number>>>;
  /** Other traces that it follows from. */
  readonly follows?: readonly TraceContext[];
}

/** A span that has begun. `end` has to follow. */
export interface Span {
  readonly context: TraceContext;
  end(outcome?: { readonly isFailed?: boolean; readonly status?: number }): void;
}

/** Takes spans to wherever they are looked at. */
export interface Tracer {
  begin(span: SpanBegun, parent: TraceContext): Span;
}

let tracer: Tracer | null = null;

/** Has spans recorded from now on; null ends it. */
export function recordSpans(by: Tracer | null): void {
  tracer = by;
}

const NOTHING = (): void => undefined;

/** Begins a span on the account of whatever happens. Where nobody takes spans, or none is wanted, nothing is done. */
export function beginSpan(span: SpanBegun): { end: Span['end'] } {
  const parent = current()?.trace;
  if (tracer === null || parent?.isSampled !== true) return { end: NOTHING };
  return tracer.begin(span, parent);
}

/** Does `work` in a span of its own, which is the parent of what begins in it. It has failed where `work` rejects. */
export async function inSpan<Result>(span: SpanBegun, work: () => Promise<Result>): Promise<Result> {
  const before = current();
  if (tracer === null || before?.trace.isSampled !== true) return work();
  const begun = tracer.begin(span, before.trace);
  let isFailed = true;
  try {
    const result = await onAccountOf({ ...before, trace: begun.context }, work);
    isFailed = false;
    return result;
  } finally {
    begun.end({ isFailed });
  }
}
