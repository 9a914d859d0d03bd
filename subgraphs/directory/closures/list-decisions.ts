import type { List } from '../../../platform/lists/list';
import type { ClosureDecision } from './decisions';

/** A decision with the number of open limits that it moved; null until its stream has said so. */
interface ListedDecision extends ClosureDecision {
  readonly moved: number | null;
}

/** A decision on the closed days of a calendar, as the graph shows it. */
export interface ClosureShown {
  readonly __typename: 'ClosureChange';
  readonly calendar: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly isClosed: boolean;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly limitsMoved: number | null;
}

export const shown = ({
  calendar,
  version,
  from_day: from,
  to_day: to,
  name,
  ...decided
}: ListedDecision): ClosureShown => ({
  __typename: 'ClosureChange',
  ...{ calendar, version, from, to, name, isClosed: decided.is_closed, reason: decided.reason },
  ...{ decidedBy: decided.decided_by, decidedAt: decided.decided_at.toISOString() },
  limitsMoved: decided.moved,
});

/** The decisions on closed days, the newest first. */
export const CLOSURE_DECISIONS: List<ListedDecision, ClosureShown> = {
  field: 'closureChanges',
  table: 'directory.closure_decision',
  order: { decided_at: 'timestamptz', calendar: 'text', version: 'int' },
  direction: 'desc',
  select: (rows) =>
    `select decision.*, effect.moved from (select * from directory.closure_decision ${rows}) decision
     left join directory.closure_effect effect using (calendar, version)
     order by decided_at desc, calendar desc, version desc`,
  keyOf: ({ decided_at, calendar, version }) => [decided_at.toISOString(), calendar, version],
  nodeOf: shown,
};
