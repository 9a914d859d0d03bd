import type { Refused } from '../../../platform/server/refusal';
import type { Transaction } from '../../../platform/transaction/transaction';
import { recordHeld, recordHeldUnseen, recordHeldWithTheSame } from './refusals';
import type { Judgement } from './row-to-judge';

/** What a corrected row is held by. */
type ToHold = Extract<Judgement, { kind: 'taken' }>['held'];

interface HeldRow {
  readonly run_id: number;
  readonly line: number;
  readonly says_the_same: boolean;
  readonly is_older: boolean;
}

/**
 * Whether a held row keeps a corrected one from being counted: null where none does. Only an older state is replaced,
 * by the rules of a file; a row that the caller may not see is never replaced by theirs, and nothing is told of it.
 * Carrying the correction out asks again (`rowInTheWay`), because the state may have changed between.
 */
export async function heldInTheWay(
  transaction: Transaction,
  source: string,
  { identity, contentHash, lastUpdated }: ToHold,
): Promise<Refused<'RecordHeld'> | null> {
  const [seen] = await transaction.query<HeldRow>(
    `select run_id, line, content_hash = $3 as says_the_same,
       $4::text is not null and (last_updated is null or last_updated collate "C" < $4::text) as is_older
     from intake.held_row where source = $1 and identity = $2`,
    [source, identity, contentHash, lastUpdated],
  );
  if (!seen) return (await isHeld(transaction, source, identity)) ? recordHeldUnseen : null;
  if (seen.says_the_same) return recordHeldWithTheSame(seen);
  return seen.is_older ? null : recordHeld(seen);
}

/** Whether anybody's row of the record is held. */
async function isHeld(transaction: Transaction, source: string, identity: string): Promise<boolean> {
  const [answer] = await transaction.query<{ held: boolean }>('select intake.is_held($1, $2) as held', [
    source,
    identity,
  ]);
  return answer?.held === true;
}
