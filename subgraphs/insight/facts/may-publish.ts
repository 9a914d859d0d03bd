import { COMPLAINT_CHANGED, isToldByItsStream, STREAM_DESCRIBED } from '../../../casework/events';
import type { OutboxEvent } from '../../../platform/outbox/outbox';

type Published = Pick<OutboxEvent, 'kind' | 'payload'>;

/** The one part that may publish the kinds with this beginning. */
const OWNERS: readonly (readonly [kind: string, source: string])[] = [
  ['service-', 'directory'],
  ['directorate-', 'directory'],
  ['coverage-', 'intake'],
  ['ombudsman-', 'ombudsman'],
];

/**
 * Whether `source` may publish this event. Anyone with a part's login can write anything into that part's outbox: it may
 * change what is that part's own, and no figure of another. A kind without an owner here may be published by nobody.
 */
export function mayPublish(source: string, { kind, payload }: Published): boolean {
  if (kind === COMPLAINT_CHANGED) return isToldByItsStream(source, payload);
  if (kind === STREAM_DESCRIBED) return streamOf(payload) === source;
  return OWNERS.some(([beginning, owner]) => kind.startsWith(beginning) && source === owner);
}

function streamOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('stream' in payload)) return null;
  return typeof payload.stream === 'string' ? payload.stream.toLowerCase() : null;
}
