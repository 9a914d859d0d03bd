import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import { checkMayWork } from '../live/live-caller';
import type { StreamContext } from '../reading/loaders';
import { caseOfLetters, mayWrite } from './stage-of-letter';
import type { LetterRow } from './tables';

/** What a letter waits for: that somebody else approves it, that it is changed, or that it is sent. */
type WaitsFor = 'APPROVE' | 'SAVE' | 'SEND';

/** A letter that waits for somebody. It tells nothing of what stands in it. */
export interface WaitingLetter
  extends Pick<LetterRow, 'id' | 'complaint_id' | 'kind' | 'changed_by' | 'changed_at'> {
  readonly waits_for: WaitsFor;
}

/** Who has more waiting than this begins with what waits longest. */
const MOST = 100;

/**
 * The letters that wait for the caller, what waits longest first: those that others wrote and that they may approve, and of those that
 * they wrote what was given back, or was approved and is to be sent.
 */
export async function waitingLetters(context: StreamContext): Promise<WaitingLetter[]> {
  const { transaction, stream, identity } = context;
  checkMayWork(identity, stream.name);
  keepNoAnswer(transaction);
  const rows = await transaction.query<WaitingLetter>(
    `select id, complaint_id, kind, changed_by, changed_at,
       case status when 'AWAITING_APPROVAL' then 'APPROVE' when 'DRAFT' then 'SAVE' else 'SEND' end as waits_for
     from "${stream.name}".letter
     where status in ('AWAITING_APPROVAL', 'DRAFT', 'APPROVED')
       and case status when 'AWAITING_APPROVAL' then $1 <> all (writers)
         when 'DRAFT' then returned_because is not null and $1 = any (writers)
         else $1 = any (writers) end
     order by changed_at, id limit ${MOST}`,
    [identity.subject],
  );
  const own = await Promise.all(rows.map(async (row) => ((await isOpen(context, row)) ? [row] : [])));
  return own.flat();
}

/** A manager sees the letters of later stages, and neither approves nor writes of them. */
async function isOpen(context: StreamContext, { complaint_id: id }: WaitingLetter): Promise<boolean> {
  const held = await caseOfLetters(context, id);
  return held !== null && mayWrite(context, held);
}
