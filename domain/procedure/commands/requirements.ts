import { addWorkingDays } from '../../calendar/working-days';
import type { CommandRefusal } from '../command';
import type { Appointment } from '../events';
import type { LawSource } from '../law';
import type { Requirement } from '../stage-version';
import { refuseLateRequest, refuseLimitNotMissed } from './limit-requirements';
import { refusePanel } from './panel';
import { refuseHandledEarlier } from './people';
import { type Question, refusal } from './question';

type Needs = Requirement['needs'];
type NeedsOf<Kind extends Needs['kind']> = Extract<Needs, { readonly kind: Kind }>;

type Checks = {
  readonly [Kind in Needs['kind']]: (
    question: Question,
    needs: NeedsOf<Kind>,
    source: LawSource,
  ) => CommandRefusal | null;
};

const CHECKS: Checks = {
  CONSENT: refuseWithoutConsent,
  APPOINTMENTS: ({ stage }, { appointments }, source) => {
    const missing = appointments.filter((as) => !stage.appointed.some((one) => one.as === as));
    if (missing.length === 0) return null;
    const message = `The law wants these appointed first: ${missing.map(asWords).join(', ')}.`;
    return refusal('APPOINTMENT_MISSING', message, { source });
  },
  OTHER_PERSON: (question, _needs, source) => refuseHandledEarlier(question, source),
  PANEL: refusePanel,
  FINDINGS: ({ command }, _needs, source) => {
    if (!('findings' in command) || command.findings.length > 0) return null;
    const message = 'Say what was found of each element of it.';
    return refusal('FINDINGS_MISSING', message, { source, part: 'findings' });
  },
  PLAN: ({ stage }, _needs, source) => {
    if (stage.plannedFor !== null) return null;
    const message = 'No plan was agreed with the complainant. Agree one, with the day of the answer, first.';
    return refusal('PLAN_MISSING', message, { source });
  },
  WITHIN_LIMIT: refuseLateRequest,
  LIMIT_MISSED: refuseLimitNotMissed,
  NEXT_WORKING_DAY: refuseNotSettled,
  GROUNDS: ({ command }, { grounds }, source) => {
    if (command.event !== 'suspend' || grounds.includes(command.ground)) return null;
    const message = `It can be suspended on these grounds alone: ${grounds.join(', ')}.`;
    return refusal('GROUND_NOT_ALLOWED', message, { source, part: 'ground' });
  },
  // Recording asks for it, before there is a stage.
  DIRECT_REASON: () => null,
};

const asWords = (as: Appointment): string => as.toLowerCase().replace('_', ' ');

/** What a version requires of a command that is not so; null where all is. */
export function refuseRequirements(question: Question): CommandRefusal | null {
  for (const { event, needs, source } of question.version.requirements) {
    const found = event === question.command.event ? check(needs.kind, question, needs, source) : null;
    if (found !== null) return found;
  }
  return null;
}

const check = <Kind extends Needs['kind']>(
  kind: Kind,
  question: Question,
  needs: NeedsOf<Kind>,
  source: LawSource,
): CommandRefusal | null => CHECKS[kind](question, needs, source);

function refuseWithoutConsent(
  { state: { consent } }: Question,
  _needs: NeedsOf<'CONSENT'>,
  source: LawSource,
): CommandRefusal | null {
  if (consent === 'NOT_NEEDED' || consent === 'GIVEN') return null;
  const message =
    consent === 'AWAITED'
      ? 'The person concerned has not agreed to it yet. Record their consent first.'
      : 'The person concerned does not agree to it. Record their consent first, or refuse it for want of it.';
  return refusal('CONSENT_MISSING', message, { source });
}

/** What was said by mouth and settled by the next working day is no complaint. */
function refuseNotSettled(
  { command, stage, state, calendars }: Question,
  { channels }: NeedsOf<'NEXT_WORKING_DAY'>,
  source: LawSource,
): CommandRefusal | null {
  if (command.event !== 'settle') return null;
  if (state.channel === null || !channels.includes(state.channel)) {
    const message = `It did not come in by one of these ways: ${channels.join(', ')}. Answer it as a complaint.`;
    return refusal('NOT_SETTLED_IN_TIME', message, { source });
  }
  const last = addWorkingDays({ from: stage.receivedOn, count: 1, calendar: calendars.working });
  if (last !== null && command.on <= last) return null;
  const message = `It had to be settled by ${last}, the working day after it came in. Answer it as a complaint.`;
  return refusal('NOT_SETTLED_IN_TIME', message, { source, part: 'on' });
}
