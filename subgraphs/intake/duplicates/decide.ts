import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { LikelyDuplicateRow } from '../tables/duplicates';
import { BOTH_HELD } from './likely-duplicates';

/** A decision that was accepted, as the graph shows it. */
interface Decided {
  readonly __typename: 'DuplicateDecided';
  readonly duplicate: LikelyDuplicateRow;
}

type DecidedAlready = Refused<'DuplicateDecidedAlready'> & { readonly decided: LikelyDuplicateRow };

type Outcome = Decided | DecidedAlready | Refused<'DuplicateNotFound' | 'ReasonUnusable'>;

const ACTIONS = { confirmed: 'DUPLICATE_CONFIRM', refused: 'DUPLICATE_REFUSE' } as const;

/**
 * Keeps what the caller says of a pair. Of two who decide at once the second learns of the first; the same decision
 * again changes nothing.
 */
export async function decideDuplicate(
  context: OperationContext,
  {
    id,
    reason,
    state,
  }: { readonly id: string; readonly reason: string; readonly state: keyof typeof ACTIONS },
): Promise<Outcome> {
  const unusable = reasonUnusable(reason);
  if (unusable !== null) return unusable;
  const { transaction, identity, clock } = context;
  const [decided] = await transaction.query<LikelyDuplicateRow>(
    `with decided as (
       update intake.likely_duplicate as pair set state = $2, reason = $3, decided_by = $4, decided_at = $5
       where id = $1 and state = 'open' and ${BOTH_HELD} returning pair.*)
     select * from decided`,
    [id, state, reason.trim(), identity.subject, clock.now()],
  );
  if (decided) {
    await recordAudit(context, { schema: 'intake', action: ACTIONS[state], recordIds: [id] });
    return { __typename: 'DuplicateDecided', duplicate: decided };
  }
  const [known] = await transaction.query<LikelyDuplicateRow>(
    `select * from intake.likely_duplicate as pair where id = $1 and ${BOTH_HELD}`,
    [id],
  );
  if (!known) return notFound;
  const isRepeated = known.state === state && known.decided_by === identity.subject;
  return isRepeated ? { __typename: 'DuplicateDecided', duplicate: known } : decidedAlready(known);
}

const notFound: Refused<'DuplicateNotFound'> = {
  __typename: 'DuplicateNotFound',
  code: 'DUPLICATE_NOT_FOUND',
  message:
    'There is no likely duplicate with this id of which you may see both records. Take one that `likelyDuplicates` lists.',
};

const decidedAlready = (decided: LikelyDuplicateRow): DecidedAlready => ({
  __typename: 'DuplicateDecidedAlready',
  code: 'DUPLICATE_DECIDED_ALREADY',
  message: `${decided.decided_by} decided at ${decided.decided_at?.toISOString()} that this is ${
    decided.state === 'confirmed' ? 'one matter' : 'two matters'
  }. Look at why before you decide otherwise.`,
  decided,
});
