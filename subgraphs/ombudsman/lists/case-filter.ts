import type { OmbudsmanBody } from '../../../contracts/ombudsman-body';
import { checkDays, checkList } from '../../../counting/period';
import type { Day } from '../../../domain/calendar/day';
import type { HousingFinding, LgscoDecision } from '../../../domain/enquiries/decisions';
import type { Conditions } from '../../../platform/lists/conditions';
import type { Narrow } from '../../../platform/lists/list';
import { readMoment } from '../../../platform/server/read-moment';

/** The filter of `ombudsmanCases`, as it comes. The schema's scalar Date lets anything through. */
export interface CaseFilter {
  readonly bodies?: readonly OmbudsmanBody[] | null | undefined;
  readonly streams?: readonly string[] | null | undefined;
  readonly receivedFrom?: unknown;
  readonly receivedTo?: unknown;
  readonly decided?: boolean | null | undefined;
  readonly decidedFrom?: unknown;
  readonly decidedTo?: unknown;
  readonly upheld?: boolean | null | undefined;
  readonly lgscoDecisions?: readonly LgscoDecision[] | null | undefined;
  readonly housingFindings?: readonly HousingFinding[] | null | undefined;
  readonly awaitingReply?: boolean | null | undefined;
  readonly replyOverdue?: boolean | null | undefined;
  readonly replyDueFrom?: unknown;
  readonly replyDueTo?: unknown;
  readonly remedyOutstanding?: boolean | null | undefined;
  readonly remedyOverdue?: boolean | null | undefined;
  readonly remedyDueFrom?: unknown;
  readonly remedyDueTo?: unknown;
  readonly changedSince?: unknown;
}

/** A decision that was written without its day is one all the same. */
const IS_DECIDED = '(decided_on is not null or decision is not null)';
/** Nothing was sent, and the ombudsman has not decided without it. */
const AWAITS_REPLY = `(reply_sent_on is null and not ${IS_DECIDED})`;

/**
 * What makes conditions of a filter; what is overdue is told of the day `asAt`. Throws BAD_USER_INPUT that names the part.
 */
export function narrowCases(where: CaseFilter, asAt: Day): Narrow {
  const checked = {
    bodies: checkList('where.bodies', where.bodies),
    streams: checkList('where.streams', where.streams),
    lgscoDecisions: checkList('where.lgscoDecisions', where.lgscoDecisions),
    housingFindings: checkList('where.housingFindings', where.housingFindings),
    received: endsOf('received', where.receivedFrom, where.receivedTo),
    decided: endsOf('decided', where.decidedFrom, where.decidedTo),
    replyDue: endsOf('replyDue', where.replyDueFrom, where.replyDueTo),
    remedyDue: endsOf('remedyDue', where.remedyDueFrom, where.remedyDueTo),
    changedSince: readMoment('where.changedSince', where.changedSince),
  };
  return (conditions) => {
    conditions.isOneOf('body', checked.bodies, 'text');
    conditions.isOneOf('stream', checked.streams, 'text');
    conditions.isOneOf('lgsco_decision', checked.lgscoDecisions, 'text');
    addFindings(conditions, checked.housingFindings);
    addDays(conditions, 'received_on', checked.received);
    addDays(conditions, 'decided_on', checked.decided);
    addDays(conditions, 'reply_due_on', checked.replyDue);
    addState(conditions, where, asAt);
    if (checked.changedSince !== null)
      conditions.add(`changed_at >= ${conditions.bind(checked.changedSince.toISOString(), 'timestamptz')}`);
    addRemedies(conditions, where, { due: checked.remedyDue, asAt });
  };
}

interface Ends {
  readonly from: Day | null;
  readonly to: Day | null;
}

const endsOf = (name: string, from: unknown, to: unknown): Ends =>
  checkDays({ from, to, names: { from: `where.${name}From`, to: `where.${name}To` } });

function addDays(conditions: Conditions, column: string, { from, to }: Ends): void {
  if (from !== null) conditions.add(`${column} >= ${conditions.bind(from, 'date')}`);
  if (to !== null) conditions.add(`${column} <= ${conditions.bind(to, 'date')}`);
}

function addFindings(conditions: Conditions, findings: readonly HousingFinding[] | null): void {
  if (findings === null) return;
  conditions.add(`exists (select from ombudsman.finding as found
    where found.case_id = held.id and found.category = any(${conditions.bind(findings, 'text[]')}))`);
}

function addState(
  conditions: Conditions,
  { decided, upheld, awaitingReply, replyOverdue }: CaseFilter,
  asAt: Day,
): void {
  addWhether(conditions, IS_DECIDED, decided);
  if (typeof upheld === 'boolean') conditions.add(`upheld = ${upheld}`);
  addWhether(conditions, AWAITS_REPLY, awaitingReply);
  if (typeof replyOverdue === 'boolean') {
    const late = `coalesce(reply_due_on < ${conditions.bind(asAt, 'date')}, false)`;
    addWhether(conditions, `(${AWAITS_REPLY} and ${late})`, replyOverdue);
  }
}

/** Days, and that it is outstanding or overdue, are asked of one and the same remedy; that it is not, of all of them. */
function addRemedies(
  conditions: Conditions,
  { remedyOutstanding, remedyOverdue }: CaseFilter,
  { due, asAt }: { readonly due: Ends; readonly asAt: Day },
): void {
  const isLate = () => `(done_on is null and due_on < ${conditions.bind(asAt, 'date')})`;
  const asked = [
    ...(due.from === null ? [] : [`due_on >= ${conditions.bind(due.from, 'date')}`]),
    ...(due.to === null ? [] : [`due_on <= ${conditions.bind(due.to, 'date')}`]),
    ...(remedyOutstanding === true ? ['done_on is null'] : []),
    ...(remedyOverdue === true ? [isLate()] : []),
  ];
  if (asked.length > 0) conditions.add(remedyThat(asked.join(' and ')));
  if (remedyOutstanding === false) conditions.add(`not ${remedyThat('done_on is null')}`);
  if (remedyOverdue === false) conditions.add(`not ${remedyThat(isLate())}`);
}

const remedyThat = (conditions: string): string =>
  `exists (select from ombudsman.remedy where case_id = held.id and ${conditions})`;

/** Only those of which it is so, or only those of which it is not; both where that was not asked. */
function addWhether(conditions: Conditions, condition: string, asked: boolean | null | undefined): void {
  if (typeof asked === 'boolean') conditions.add(asked ? condition : `not ${condition}`);
}
