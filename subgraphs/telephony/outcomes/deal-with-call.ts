import { recordAudit } from '../../../platform/audit/record';
import { fingerprintOf, isUuidInSmallLetters } from '../../../platform/server/named-command';
import { lockName } from '../../../platform/transaction/lock-name';
import type { CallDealtWithAs } from '../__generated__/resolver-types';
import type { Context } from '../context';
import type { CallOutcomeRow } from '../tables';
import { type DealtCall, readCall } from './list-calls';
import { checkDealsWithCalls } from './officers';
import { type CallResult, callNotFound, dealtWith, dealtWithBefore, unusable } from './results';

/** What somebody says became of a call. */
export interface Dealing {
  /** Names the command: a UUID, the same when it is asked again. */
  readonly key: string;
  readonly callId: string;
  readonly outcome: CallDealtWithAs;
  readonly note?: string | null | undefined;
}

const MOST_NOTE = 1_000;

/**
 * Keeps what became of a call that is no new complaint, or says why not. The same key is done once, and answered the same; of two
 * people at once one is told what the other said. Throws FORBIDDEN for whoever deals with no calls.
 */
export async function dealWithCall(context: Context, asked: Dealing): Promise<CallResult> {
  checkDealsWithCalls(context.identity);
  const { transaction } = context;
  const note = asked.note?.trim() ?? '';
  if (!isUuidInSmallLetters(asked.key))
    return unusable('key', 'A command is named by a UUID in small letters, a new one for each.');
  if (note.length > MOST_NOTE) return unusable('note', `Write ${MOST_NOTE} characters at most.`);
  await transaction.query("select set_config('scope.command', $1, true)", [asked.key]);
  await lockName(transaction, `telephony.call/${asked.callId}`);
  const call = await readCall(transaction, asked.callId);
  if (call === null) return callNotFound();
  const fingerprint = fingerprintOf([asked.callId, asked.outcome, note]);
  const before = (await context.outcomes.load(call)).find((became) => 'key' in became);
  if (before !== undefined && 'key' in before && before.key === asked.key)
    return isSame(before, { fingerprint, by: context.identity.subject }) ? dealtWith(call) : keyTaken();
  if ((await context.outcomes.load(call)).length > 0) return dealtWithBefore(call);
  return keep(context, call, {
    ...{ kind: asked.outcome, note: note === '' ? null : note, key: asked.key, fingerprint },
  });
}

const isSame = (
  before: CallOutcomeRow,
  { fingerprint, by }: Pick<CallOutcomeRow, 'fingerprint' | 'by'>,
): boolean => before.fingerprint === fingerprint && before.by === by;

const keyTaken = (): CallResult => unusable('key', 'Another command has this key: make a new one for each.');

async function keep(
  context: Context,
  call: DealtCall,
  said: Pick<CallOutcomeRow, 'kind' | 'note' | 'key' | 'fingerprint'>,
): Promise<CallResult> {
  const { transaction, identity, clock, outcomes } = context;
  const kept = await transaction.query(
    `insert into telephony.call_outcome (authority, call_id, kind, note, by, at, key, fingerprint)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) do nothing returning key`,
    [
      ...[call.authority, call.call_id, said.kind, said.note, identity.subject, clock.now()],
      ...[said.key, said.fingerprint],
    ],
  );
  if (kept.length === 0) return keyTaken();
  outcomes.clear(call);
  await recordAudit(context, { schema: 'telephony', action: 'CALL_DEAL_WITH', recordIds: [call.call_id] });
  return dealtWith(call);
}
