import { COMPLAINT_CHANGED, isToldByItsStream, STREAM_DESCRIBED } from '../../../casework/events';
import type { OutboxEvent } from '../../../platform/outbox/outbox';

type Told = Pick<OutboxEvent, 'kind' | 'payload'>;

/** Parts that alone tell of what these kinds begin with. */
const OWNERS: readonly (readonly [kind: string, source: string])[] = [
  ['service-', 'directory'],
  ['directorate-', 'directory'],
  ['coverage-', 'intake'],
  ['ombudsman-', 'ombudsman'],
];

/**
 * Whether `source` is who may tell this. Whoever holds a part's login can write what they like into that part's outbox:
 * it changes what is that part's own, and no figure of another. A kind that nobody owns here nobody may tell.
 */
export function mayPublish(source: string, { kind, payload }: Told): boolean {
  if (kind === COMPLAINT_CHANGED) return isToldByItsStream(source, payload);
  if (kind === STREAM_DESCRIBED) return streamOf(payload) === source;
  return OWNERS.some(([beginning, owner]) => kind.startsWith(beginning) && source === owner);
}

function streamOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('stream' in payload)) return null;
  return typeof payload.stream === 'string' ? payload.stream.toLowerCase() : null;
}
