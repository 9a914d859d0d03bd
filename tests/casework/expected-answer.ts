import type { Day } from '../../domain/calendar/day';
import type { ClockCalendars } from '../../domain/clocks/deadline';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseCaller, Command } from '../../domain/procedure/command';
import { decide } from '../../domain/procedure/decide';
import { latestStage } from '../../domain/procedure/permitted';
import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { FIRST_PARTY, ITSELF, SERVICES } from '../../domain/procedure/testing/random-commands';
import { asText } from './in-order';
import { goesOn, OF_SERVICE } from './others';
import type { Others } from './played';

/** A command as it was drawn, with all by which it is told what should become of it. */
export interface Expecting {
  readonly drawn: Command;
  readonly caller: CaseCaller;
  /** Whether it comes of an older look at the complaint. */
  readonly isLate: boolean;
  readonly state: CaseState | null;
  readonly complaintId: string | null;
  readonly today: Day;
  readonly procedure: LiveProcedure;
  readonly calendars: ClockCalendars;
  readonly others: Others;
}

/** The one who is complained about, in every sequence. */
export const COMPLAINED_ABOUT = ['ida'];

/** The code of the refusal, or the facts that are to be recorded. */
export function expectedAnswer(asked: Expecting): string {
  const { state, caller, isLate } = asked;
  // Whoever manages another service knows nothing of it.
  if (state !== null && !answersFor(caller, state.serviceId)) return 'CASE_NOT_FOUND';
  if (isLate) return 'COMPLAINT_CHANGED';
  return isNamedWrongly(asked) ? 'COMMAND_UNUSABLE' : decided(asked);
}

const answersFor = ({ role, services }: CaseCaller, serviceId: string | null): boolean =>
  role === 'officer' || services.includes(serviceId ?? '');

/** Whether a command names something beside its complaint that is not there, or not for the caller to work on. */
function isNamedWrongly({ drawn, state, caller, others }: Expecting): boolean {
  switch (drawn.event) {
    case 'assign':
      return drawn.serviceId === NO_SERVICE;
    case 'changeParty':
      // Of what was settled nobody is kept.
      return drawn.party !== FIRST_PARTY || state?.isSettled === true;
    case 'link':
      // It is no complaint that others could be linked to, either.
      return drawn.complaintId === ITSELF ? state?.isSettled === true : !others.has(drawn.complaintId);
    case 'merge':
      if (drawn.into === ITSELF) return state !== null && latestStage(state).state === 'MERGED';
      return !goesOn(drawn.into) || !answersFor(caller, OF_SERVICE);
    default:
      return false;
  }
}

const [, , NO_SERVICE] = SERVICES;

function decided({ state, complaintId, caller, ...asked }: Expecting): string {
  // Conflicts of interest are for officers to see; a manager who has one sees nothing of the complaint.
  const complainedAbout = caller.role === 'officer' ? COMPLAINED_ABOUT : [];
  const decision = decide({
    ...{ ...asked, caller, command: withIds(asked.drawn, { complaintId, others: asked.others }) },
    state: state && { ...state, complainedAbout },
    ...(complaintId !== null && { complaintId }),
  });
  if (decision.isRefused) return decision.refusal.code;
  const { facts } = decision;
  return asText(facts.event === 'record' ? { ...facts, complainedAbout: [] } : facts);
}

/** A command with the ids of what it names beside its complaint. */
export function withIds<Asked extends Command>(
  drawn: Asked,
  { complaintId, others }: Pick<Expecting, 'complaintId' | 'others'>,
): Asked {
  const idOf = (name: string) => (name === ITSELF ? (complaintId ?? name) : (others.get(name) ?? name));
  if (drawn.event === 'link') return { ...drawn, complaintId: idOf(drawn.complaintId) };
  if (drawn.event === 'merge') return { ...drawn, into: idOf(drawn.into) };
  if (drawn.event !== 'changeParty' || drawn.party !== FIRST_PARTY) return drawn;
  return { ...drawn, party: `${complaintId}/1/1` };
}
