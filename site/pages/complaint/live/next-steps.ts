import type { CaseEvent } from '../../../operations/__generated__/operations';

/** The way of a complaint, by what is offered first wherever more than one step is possible. */
const WAY: readonly CaseEvent[] = [
  'RESUME',
  'ACKNOWLEDGE',
  'AGREE_STATEMENT',
  'HOLD_PANEL',
  'REPORT_PANEL',
  'REPORT_INVESTIGATION',
  'ANSWER',
  'ARRANGE_PANEL',
  'APPOINT',
  'AGREE_PLAN',
  'KEEP_PROMISE',
  'PROMISE',
  'NAME_CAUSES',
  'ESCALATE',
  'RECOMMEND',
  'FOLLOW_RECOMMENDATION',
];

/** What is known of a complaint that tells which step is the next. */
export interface Stands {
  readonly permitted: readonly { readonly event: CaseEvent; readonly isOpenToCaller: boolean }[];
  readonly assignedTo: string | null;
  readonly assignedGroup: string | null;
  readonly isAccepted: boolean;
}

/**
 * The steps that bring a complaint on, for whoever looks at it, the likeliest first: taking what was given to them, then its
 * way, then giving it to somebody where nobody has it. What may be done at any time, and what ends it otherwise, is no step.
 */
export function nextSteps(live: Stands, subject: string): CaseEvent[] {
  const open = live.permitted.filter(({ isOpenToCaller }) => isOpenToCaller).map(({ event }) => event);
  const isToTake = live.assignedTo === subject && !live.isAccepted;
  const isNobodys = live.assignedTo === null && live.assignedGroup === null;
  // Before it is agreed what is complained of, nobody has a report to record.
  const isAgreed = !open.includes('AGREE_STATEMENT');
  const way = WAY.filter((event) => isAgreed || event !== 'REPORT_INVESTIGATION');
  const wanted: readonly CaseEvent[] = [
    ...(isToTake ? ['ACCEPT' as const] : []),
    ...way,
    ...(isNobodys ? ['ASSIGN' as const] : []),
  ];
  return wanted.filter((event) => open.includes(event));
}
