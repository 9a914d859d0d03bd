import { isDay, londonDayOf } from '../../domain/calendar/day';
import { readDay } from '../../platform/server/read-day';
import type { Refused } from '../../platform/server/refusal';
import type { StreamContext } from '../reading/loaders';
import { lockCase } from '../restrictions/case';
import { caseNotFound } from '../restrictions/refusals';
import { checkMayDecide } from './check';
import { commandProblem, commandTaken, reasonProblem } from './problems';
import { publishAnonymised } from './publish-anonymised';
import { hasLiftedHold, holdsOf } from './read-holds';
import { recordRetention } from './record-retention';
import { notDecidable, onHold, type RetentionUnusable, retentionUnusable } from './refusals';
import { reviewOf } from './review';
import type { DecisionRow, RetentionCause, RetentionKind } from './tables';

/** What was decided, as it is kept. */
export interface RetentionDecided {
  readonly __typename: 'RetentionDecided';
  readonly decision: DecisionRow;
}

export interface DecisionAsked {
  readonly command: string;
  readonly id: string;
  readonly decision: RetentionKind;
  readonly cause: RetentionCause;
  readonly reason: string;
  readonly keepUntil?: string | null;
}

type Decided =
  | RetentionDecided
  | RetentionUnusable
  | Refused<'CaseNotFound'>
  | Refused<'OnHold'>
  | Refused<'NotDecidable'>;

/**
 * Decides about a complaint's people, unless the command was done before: they are kept until a day, a request to be erased is refused,
 * or they are taken out for good, here and, soon after, wherever their records are kept as they came. Facts and figures stay.
 */
export async function decideRetention(asked: DecisionAsked, context: StreamContext): Promise<Decided> {
  const { identity, transaction, stream } = context;
  checkMayDecide(identity, stream.name);
  const refused =
    commandProblem(asked.command) ?? reasonProblem(asked.reason) ?? untilProblem(asked, context);
  if (refused !== null) return refused;
  const found = await lockCase(context, asked.id);
  if (found === null) return caseNotFound();
  const before = await readDecision(context, asked.command);
  if (before !== null) return before.complaint_id === asked.id ? decided(before) : commandTaken();
  if (found.isClosed) return caseNotFound();
  const inTheWay = await whatStandsInTheWay(asked, context);
  if (inTheWay !== null) return inTheWay;
  const added = await transaction.query(
    `insert into "${stream.name}".retention_decision
       (id, complaint_id, kind, cause, reason, keep_until, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7, now())
     on conflict (id) do nothing returning id`,
    [
      ...[asked.command, asked.id, asked.decision, asked.cause, asked.reason.trim()],
      ...[asked.keepUntil ?? null, identity.subject],
    ],
  );
  if (added.length === 0) return commandTaken();
  await recordRetention(context, { action: 'RETENTION_DECIDE', complaintId: asked.id });
  if (asked.decision === 'ANONYMISE') await anonymise(asked, context);
  const made = await readDecision(context, asked.command);
  if (made === null) throw new Error('A decision that was made is not there');
  return decided(made);
}

const decided = (decision: DecisionRow): RetentionDecided => ({ __typename: 'RetentionDecided', decision });

/** A day is given for what is kept, and for nothing else. */
function untilProblem({ decision, cause, keepUntil }: DecisionAsked, { clock }: StreamContext) {
  if (decision === 'REFUSE' && cause !== 'ERASURE')
    return retentionUnusable('decision', 'Only a request to be erased can be refused.');
  if (decision !== 'KEEP')
    return (keepUntil ?? null) === null
      ? null
      : retentionUnusable('keepUntil', 'Say a day only for what is kept.');
  const until = readDay('keepUntil', keepUntil, isDay);
  if (until !== null && until > londonDayOf(clock.now())) return null;
  return retentionUnusable('keepUntil', 'Say until when it is kept: a day after today.');
}

async function whatStandsInTheWay(
  { decision, cause, id }: DecisionAsked,
  context: StreamContext,
): Promise<Refused<'OnHold'> | Refused<'NotDecidable'> | null> {
  if (decision !== 'ANONYMISE') return null;
  if ((await holdsOf(context.transaction, context.stream.name, id)).length > 0) return onHold();
  if (
    await hasLiftedHold(context.transaction, context.stream.name, { id, subject: context.identity.subject })
  )
    return notDecidable('You lifted a legal hold on it. Somebody else has to decide that its people go.');
  const review = await reviewOf(context, id);
  if (review === null)
    return notDecidable(
      'The complaint is still open, or nobody is kept of it that you may read. It is anonymised once it has ended.',
    );
  if (cause === 'REVIEW' && review.reviewOn > londonDayOf(context.clock.now()))
    return notDecidable(`It is not due for review before ${review.reviewOn}.`);
  return null;
}

async function anonymise({ command, id }: DecisionAsked, context: StreamContext): Promise<void> {
  const { transaction, stream } = context;
  await transaction.query(`select "${stream.name}".anonymise($1)`, [command]);
  await publishAnonymised(transaction, stream.name, id);
  await recordRetention(context, { action: 'PEOPLE_ANONYMISE', complaintId: id });
}

async function readDecision({ transaction, stream }: StreamContext, id: string): Promise<DecisionRow | null> {
  const [row] = await transaction.query<DecisionRow>(
    `select * from "${stream.name}".retention_decision where id = $1`,
    [id],
  );
  return row ?? null;
}
