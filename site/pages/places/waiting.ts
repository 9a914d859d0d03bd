import type { WaitingComplaintsQuery } from '../../operations/__generated__/operations';
import { dayWords, shortDayWords } from '../../words/days';
import { stageName } from '../../words/names';

/** The oldest of what waits, and how many there are. */
export interface Waiting {
  readonly total: number | null;
  readonly asAt: string;
  readonly rows: readonly WaitingRow[];
}

export interface WaitingRow {
  readonly href: string;
  readonly reference: string;
  readonly stage: string;
  readonly service: string;
  readonly receivedOn: string;
  readonly dueOn: string;
}

/** One list of what waits; null where it could not be had. */
export function waitingOf(list: WaitingComplaintsQuery['overdue']): Waiting | null {
  if (list === null) return null;
  return {
    total: list.totalCount,
    asAt: dayWords(list.asAt),
    rows: list.edges.flatMap(({ node }) =>
      node === null
        ? []
        : [
            {
              href: `/complaints/${encodeURIComponent(node.id)}`,
              reference: node.reference ?? 'no reference',
              stage: stageName(node.stage),
              service: node.service ?? 'not recorded',
              receivedOn: shortDayWords(node.receivedOn),
              dueOn: shortDayWords(node.dueOn),
            },
          ],
    ),
  };
}
