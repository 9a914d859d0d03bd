import type { Day } from '../../domain/calendar/day';
import { foldWord, wordTable } from '../cells/text';
import { type ListedColumns, meaningIn } from '../kit/compare-rows';

/** A group of staff that calls are routed to. */
export interface CallGroup {
  /** As figures show it. */
  readonly name: string;
  /** The stream that most of its callers complain about: who reads their numbers has to be cleared for it. */
  readonly stream: 'corporate' | 'adults';
}

/** Which group a queue of the telephony system belongs to, and since when. */
export interface QueueInForce {
  readonly queue: string;
  /** The first day on which it does; null where it always has. */
  readonly from: Day | null;
  readonly group: CallGroup;
  /** Where this is known from. */
  readonly source: string;
}

const MAIN: CallGroup = { name: 'Complaints', stream: 'corporate' };
const ADULTS: CallGroup = { name: 'Complaints - ASC', stream: 'adults' };

const EXPORTED = 'queue names of the telephony export, April to September 2021';

/** The queues found so far. A queue that is renamed or moved gets a line with its first day; none is ever removed. */
export const QUEUES: readonly QueueInForce[] = [
  { queue: 'COMPLAINTS_MAIN', from: null, group: MAIN, source: EXPORTED },
  { queue: 'Complaints', from: null, group: MAIN, source: EXPORTED },
  { queue: 'Complaints - ASC', from: null, group: ADULTS, source: EXPORTED },
];

/** The group that a queue belonged to on a day, whatever the case and spaces of its name; null where none is known. */
export function groupOf(
  { queue, on }: { readonly queue: string; readonly on: Day },
  queues: readonly QueueInForce[] = QUEUES,
): CallGroup | null {
  const folded = foldWord(queue);
  let found: QueueInForce | null = null;
  for (const line of queues) {
    if (foldWord(line.queue) !== folded || (line.from !== null && line.from > on)) continue;
    if (found === null || (line.from ?? '') > (found.from ?? '')) found = line;
  }
  return found?.group ?? null;
}

/** Whether a call with this result was answered; one that was not was given up by the caller. */
export const RESULTS = wordTable<boolean>([
  ['Answered', true],
  ['Abandoned', false],
]);

/** The columns that hold words of a list. */
export const LISTED: ListedColumns = { Queue: () => null, Result: meaningIn(RESULTS) };
