import type {
  Appointment,
  CaseEvent,
  CaseRole,
  Moment,
  NextRoute,
  SuspensionGround,
  WaitsFor,
} from './events';
import { type Basis, type LawSource, sourceInWords } from './law';
import type { EventRule, LimitRule, Requirement, Span, StageVersion } from './stage-version';

/** What people call that something is done to a complaint. */
export const EVENT_WORDS: Readonly<Record<CaseEvent, string>> = {
  record: 'Record it',
  takeOver: 'Take it over from an inherited system',
  acknowledge: 'Acknowledge it',
  agreePlan: 'Agree a plan',
  recordConsent: 'Record consent',
  assign: 'Give it to somebody',
  accept: 'Take it',
  handBack: 'Hand it back',
  answer: 'Answer it',
  extend: 'Extend a limit',
  suspend: 'Suspend it',
  resume: 'Go on with it',
  escalate: 'Take it to the next stage',
  withdraw: 'Record that it is withdrawn',
  refuse: 'Not take it',
  settle: 'Settle it at once',
  reopen: 'Open it again',
  correctDate: 'Correct a date',
  link: 'Link it to another',
  changeParty: 'Change what is kept of somebody',
  merge: 'Merge it into another',
  note: 'Add a note',
  attach: 'Attach a document',
  sendLetter: 'Write a letter',
  arrangeAdvocate: 'Arrange an advocate',
  appoint: 'Appoint somebody',
  agreeStatement: 'Agree what is complained of',
  reportInvestigation: 'Record the report of the investigation',
  arrangePanel: 'Arrange the panel',
  holdPanel: 'Record that the panel met',
  reportPanel: 'Record the report of the panel',
  assessRisk: 'Assess the risk',
  coordinate: 'Answer it together with another body',
  redate: 'Move a limit with the calendar',
  promise: 'Promise an action',
  keepPromise: 'Record that a promise was kept',
  movePromise: 'Move a promise',
  dropPromise: 'Drop a promise',
  nameCauses: 'Name its causes',
  recommend: 'Recommend an improvement',
  followRecommendation: 'Say what becomes of a recommendation',
};

export const ROLE_WORDS: Readonly<Record<CaseRole, string>> = {
  officer: 'the central team',
  manager: 'the manager of the service',
};

export const WAITS_FOR_WORDS: Readonly<Record<WaitsFor, string>> = {
  TEAM: 'the central team',
  SERVICE: 'the service',
  COMPLAINANT: 'the complainant',
  INVESTIGATOR: 'whoever investigates',
  PANEL: 'the panel',
  OTHERS: 'others',
  NOBODY: 'nobody',
};

export const NEXT_ROUTE_WORDS: Readonly<Record<NextRoute, string>> = {
  LGSCO: 'the Local Government and Social Care Ombudsman',
  HOUSING: 'the Housing Ombudsman, for what is about the council as a landlord',
  DFE: 'the Department for Education',
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  STATUTE: 'the law',
  CODE: 'a code or guidance under the law',
  POLICY: "the council's own choice",
};

const MOMENT_WORDS: Readonly<Record<Moment, string>> = {
  received: 'receipt',
  acknowledged: 'the acknowledgement',
  planAgreed: 'the day the plan was agreed',
  statementAgreed: 'the day the statement of complaint was agreed',
  investigationReported: 'the report of the investigation',
  panelHeld: 'the meeting of the panel',
  panelReported: 'the report of the panel',
  answered: 'the answer',
  nextRequested: 'the request for the next stage',
};

const GROUND_WORDS: Readonly<Record<SuspensionGround, string>> = {
  SAFEGUARDING: 'an enquiry that safeguards somebody',
  PROCEEDINGS: 'proceedings',
  ADVOCATE: 'the arranging of an advocate',
};

const APPOINTMENT_WORDS: Readonly<Record<Appointment, string>> = {
  INVESTIGATING_OFFICER: 'an investigating officer',
  INDEPENDENT_PERSON: 'an independent person',
  ADJUDICATING_OFFICER: 'an adjudicating officer',
};

const UNIT_WORDS = { WORKING_DAY: 'working day', SCHOOL_DAY: 'school day', MONTH: 'month' } as const;

/** How long something may take: `10 working days`. */
export const spanInWords = ({ count, unit }: Span): string =>
  `${count} ${UNIT_WORDS[unit]}${count === 1 ? '' : 's'}`;

const listed = (words: readonly string[], and = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

/** A limit in a phrase: how long, from what, what may make it longer and what pauses it. */
export function limitInWords({ within, starts, isPlanned, extension, pausedBy }: LimitRule): string {
  const from = MOMENT_WORDS[starts.with];
  const orElse = starts.orElse === undefined ? '' : `, or else of ${MOMENT_WORDS[starts.orElse]}`;
  return [
    `within ${spanInWords(within)} of ${from}${orElse}`,
    ...(starts.lateBuysNoTime === true ? ['a late start buys no time'] : []),
    ...(isPlanned === true ? ['or by the day agreed in the plan'] : []),
    ...(extension === null ? [] : [extensionInWords(extension)]),
    ...(pausedBy.length === 0
      ? []
      : [
          `paused by ${listed(
            pausedBy.map((ground) => GROUND_WORDS[ground]),
            'or',
          )}`,
        ]),
  ].join('; ');
}

function extensionInWords({ by, isPassableForGoodReason }: NonNullable<LimitRule['extension']>): string {
  const first =
    by === null ? 'longer where that is agreed before it runs out' : `up to ${spanInWords(by)} more, once`;
  return isPassableForGoodReason ? `${first}, and longer or again for a good reason` : first;
}

/** What an event needs, in a phrase. */
export function requirementInWords({ needs }: Requirement): string {
  switch (needs.kind) {
    case 'CONSENT':
      return 'the person concerned agrees, where somebody else complains';
    case 'APPOINTMENTS':
      return `${listed(needs.appointments.map((one) => APPOINTMENT_WORDS[one]))} appointed`;
    case 'OTHER_PERSON':
      return 'somebody who did not handle an earlier stage';
    case 'PANEL':
      return panelInWords(needs);
    case 'FINDINGS':
      return 'a finding for each element';
    case 'PLAN':
      return 'a plan that was agreed';
    case 'WITHIN_LIMIT':
      return 'asked for in time, or a reason for taking it late';
    case 'LIMIT_MISSED':
      return 'before an answer only where the answer is late';
    case 'NEXT_WORKING_DAY':
      return 'made by word of mouth, and settled by the next working day';
    case 'GROUNDS':
      return `a ground: ${listed(
        needs.grounds.map((ground) => GROUND_WORDS[ground]),
        'or',
      )}`;
    case 'DIRECT_REASON':
      return 'a reason for beginning here';
  }
}

function panelInWords({ members, isFreeOf }: Extract<Requirement['needs'], { kind: 'PANEL' }>): string {
  const without =
    isFreeOf.length === 0
      ? ''
      : `, none of whom was ${listed(
          isFreeOf.map((one) => APPOINTMENT_WORDS[one]),
          'or',
        )}`;
  return `${members} members${without}`;
}

/** Where an event leads, by the titles of states. */
export function leadsInWords({ leads }: EventRule, { states }: StageVersion): string {
  if (leads === 'SAME') return 'as it is';
  if (leads === 'PREVIOUS') return 'as it was before';
  if ('stage' in leads) return `stage ${leads.stage}`;
  return states.find(({ name }) => name === leads.state)?.title ?? leads.state;
}

/** Where the complainant may go from a stage. */
export const nextInWords = ({ next }: StageVersion): string[] =>
  next.map((one) => (typeof one === 'number' ? `stage ${one}` : NEXT_ROUTE_WORDS[one]));

/** A source with what it is: a council's own choice is never taken for law. */
export const sourceWithBasis = (source: LawSource): string =>
  `${sourceInWords(source)} (${BASIS_WORDS[source.basis]})`;
