import type { Day } from '../../calendar/day';
import { limitDay, momentOn } from '../../clocks/limit-day';
import type { CommandRefusal } from '../command';
import type { LawSource } from '../law';
import type { LimitRule } from '../stage-version';
import { type Question, refusal } from './question';

interface Named {
  readonly limit: string;
}

/** A limit that a requirement names, with its last day. */
function found(
  { version, stage, calendars }: Question,
  { limit: name }: Named,
): { readonly limit: LimitRule; readonly dueOn: Day | null } | null {
  const limit = version.limits.find((one) => one.name === name);
  if (limit === undefined) return null;
  return { limit, dueOn: limitDay({ limit, stage, version, calendars }).dueOn };
}

/** A request for the next stage that came after its time is taken where an officer says why. */
export function refuseLateRequest(
  question: Question,
  needs: Named,
  source: LawSource,
): CommandRefusal | null {
  const { command, caller } = question;
  const dueOn = found(question, needs)?.dueOn ?? null;
  if (command.event !== 'escalate' || dueOn === null || command.receivedOn <= dueOn) return null;
  if (command.hasLateReason && caller.role === 'officer') return null;
  const message = `The next stage could be asked for until ${dueOn}. An officer of the complaints team can take it later for a reason: say which.`;
  return refusal('REQUEST_TOO_LATE', message, { source, part: 'lateReason' });
}

/** In some states the next stage is open only since a limit of this one was missed. */
export function refuseLimitNotMissed(
  question: Question,
  needs: Named & { readonly inStates: readonly string[] },
  source: LawSource,
): CommandRefusal | null {
  const { command, stage } = question;
  if (command.event !== 'escalate' || !needs.inStates.includes(stage.state)) return null;
  const named = found(question, needs);
  if (named === null) return null;
  const { limit, dueOn } = named;
  const met = momentOn(stage, limit.metBy);
  if (met === null && dueOn !== null && command.receivedOn > dueOn) return null;
  const until = dueOn === null ? 'has no last day yet' : `has time until ${dueOn}`;
  const message = `“${limit.title}” ${until}. Before that is missed, the next stage follows the answer: answer it first.`;
  return refusal('LIMIT_NOT_MISSED', message, { source, part: 'receivedOn' });
}
