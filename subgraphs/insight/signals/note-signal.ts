import { addDays } from '../../../domain/calendar/day';
import { recordAudit } from '../../../platform/audit/record';
import type { Refused } from '../../../platform/server/refusal';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Context } from '../context';
import { checkQuestion } from '../figures/check-question';
import { keepNote, readNotes, type SignalNote } from './notes';
import { quarterAt } from './quarters';
import { whereSignal } from './signal-id';
import type { SignalState } from './signal-tables';
import { judgeUpTo, signalWithId } from './signals';

/** What somebody says about a signal. */
export interface WrittenNote {
  readonly id: string;
  readonly basedOnVersion: number;
  readonly text: string;
  readonly state: SignalState;
}

/** A signal about which something was said. */
export interface NotedSignal {
  readonly __typename: 'NotedSignal';
  readonly id: string;
  readonly note: SignalNote;
}

type Answer =
  | NotedSignal
  | Refused<'SignalNotFound'>
  | (Refused<'SignalNoted'> & { readonly note: SignalNote })
  | Refused<'NoteUnusable'>;

/** Says what was found out about a signal, unless that stands already, or somebody else has said something meanwhile. */
export async function noteSignal(context: Context, written: WrittenNote): Promise<Answer> {
  const text = written.text.trim();
  if (text.length === 0 || text.length > MOST_TEXT) return UNUSABLE;
  await lockName(context.transaction, `insight.signal/${written.id}`);
  const standing = (await readNotes(context.transaction, [written.id])).get(written.id)?.[0];
  if (standing && standing.text === text && standing.state === written.state)
    return { __typename: 'NotedSignal', id: written.id, note: standing };
  // What was said once may be said more of, though a correction has taken the signal away meanwhile.
  if (!standing && !(await isSignal(context, written.id))) return NOT_FOUND;
  if ((standing?.version ?? 0) !== written.basedOnVersion) return standing ? noted(standing) : NOT_FOUND;
  const note = await keepNote(context.transaction, {
    ...{ signal_id: written.id, version: written.basedOnVersion + 1, text, state: written.state },
    ...{ written_by: context.identity.subject, written_at: context.clock.now() },
  });
  await recordAudit(context, { schema: 'insight', action: 'SIGNAL_NOTE', recordIds: [written.id] });
  return { __typename: 'NotedSignal', id: written.id, note };
}

/** How long a note may be, in characters. */
const MOST_TEXT = 4_000;

async function isSignal(context: Context, id: string): Promise<boolean> {
  const where = whereSignal(id);
  if (where === null) return false;
  const own = quarterAt(where.to);
  const last = where.of.lag === 0 ? own : quarterAt(addDays(own.to, 1));
  const { at } = await checkQuestion(context, {});
  if (last.to > at.asAt) return false;
  return (await signalWithId(context, await judgeUpTo(context, { last }), id)) !== null;
}

const UNUSABLE: Refused<'NoteUnusable'> = {
  __typename: 'NoteUnusable',
  code: 'NOTE_UNUSABLE',
  message: `Say what was found out in 1 to ${MOST_TEXT.toLocaleString('en-GB')} characters besides spaces, and name nobody.`,
};

const NOT_FOUND: Refused<'SignalNotFound'> = {
  __typename: 'SignalNotFound',
  code: 'SIGNAL_NOT_FOUND',
  message:
    'There is no such signal any more: what was counted may have been corrected. `signals` lists what there is.',
};

const noted = (note: SignalNote): Refused<'SignalNoted'> & { readonly note: SignalNote } => ({
  __typename: 'SignalNoted',
  code: 'SIGNAL_NOTED',
  message: `Version ${note.version} stands by now. Read what it says, and write yours after it.`,
  note,
});
