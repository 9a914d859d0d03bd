import { type Day, toDay } from '../../../domain/calendar/day';
import type { EnquiryEntry, EnquiryFactsOf, EnquiryState } from '../../../domain/enquiries/enquiry';
import { enquiryOf } from '../../../domain/enquiries/enquiry-of';
import type { CaseRow, FindingRow, RemedyRow } from '../tables';
import type { EntryRow } from './tables';

/** A case of the register with its parts, and what happened to it here: nothing, while it is not worked on here. */
export interface CaseParts {
  readonly row: CaseRow;
  readonly findings: readonly FindingRow[];
  readonly remedies: readonly RemedyRow[];
  readonly entries: readonly EntryRow[];
}

const dayOf = (day: string | null): Day | null => (day === null ? null : toDay(day));

/** An entry as the rules know it. */
export const entryOf = ({ place, facts }: EntryRow): EnquiryEntry => ({ place, facts });

/** How a case stands. One of the register stands as if it were taken over, with no entry yet. */
export function standingOf(parts: CaseParts): EnquiryState {
  if (parts.entries.length > 0) return enquiryOf(parts.entries.map(entryOf));
  return enquiryOf([{ place: 0, facts: takenOver(parts) }]);
}

/** What the register says of a case, as the first entry of its timeline has it. */
export function takenOver({ row, findings, remedies }: CaseParts): EnquiryFactsOf<'takeOver'> {
  return {
    ...{ event: 'takeOver', body: row.body, receivedOn: toDay(row.received_on) },
    ...{ replyDueOn: dayOf(row.reply_due_on), repliedOn: dayOf(row.reply_sent_on) },
    ...{ decidedOn: dayOf(row.decided_on), isDecided: row.decided_on !== null || row.decision !== null },
    ...{ decision: row.lgsco_decision, findings: findings.map(({ category }) => category) },
    remedies: remedies.map(({ place, due_on, done_on }) => ({
      ...{ place, dueOn: dayOf(due_on), doneOn: dayOf(done_on) },
    })),
  };
}
