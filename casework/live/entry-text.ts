import type { PointFinding } from '../../domain/procedure/case-state';
import type { Facts, FactsOf } from '../../domain/procedure/command';
import type { CaseEvent } from '../../domain/procedure/events';
import { LEARNING_SENTENCES } from '../learning/learning-text';
import { inWords } from './in-words';

/** What was found of each element; nothing where elements were not told apart. */
const found = (findings: readonly PointFinding[]): string =>
  findings.length === 0
    ? ''
    : ` Of its elements ${findings.map(({ point, finding }) => `${point} was ${inWords(finding)}`).join(', ')}.`;

const BODIES: Readonly<Record<FactsOf<'coordinate'>['body'], string>> = {
  NHS: 'the National Health Service',
  CARE_PROVIDER: 'a provider of care',
  OTHER_COUNCIL: 'another council',
};

/** What limits are for; one of a name that is not here is told by it. */
const LIMITS: Readonly<Record<string, string>> = {
  ACKNOWLEDGE: 'to acknowledge it',
  ANSWER: 'to answer it',
  BACKSTOP: 'to answer it at the latest',
  NEXT_STAGE: 'to ask for the next stage',
  PANEL_MEETING: 'to hold the panel',
  PANEL_REPORT: 'for the report of the panel',
};
const limitOf = (name: string): string => `The limit ${LIMITS[name] ?? inWords(name)}`;

/** What letters are called, as the beginning of a sentence. */
const LETTERS: Readonly<Record<FactsOf<'sendLetter'>['kind'], string>> = {
  ACKNOWLEDGEMENT: 'An acknowledgement',
  PLAN: 'The plan',
  EXTENSION: 'A letter about the longer limit',
  ANSWER: 'The answer',
  REFUSAL: 'A letter that it is not taken',
  NEXT_STAGE: 'A letter about the next stage',
  PANEL: 'An invitation to the panel',
};

/** What happened, by event. People are told by the subjects of their sign-ins, as `by` tells who did it. */
const SENTENCES: { readonly [Event in CaseEvent]: (facts: FactsOf<Event>) => string } = {
  ...LEARNING_SENTENCES,
  record: ({ stage }) => (stage === 1 ? 'It was recorded.' : `It was recorded, directly at stage ${stage}.`),
  takeOver: ({ source }) => `It came over from the system ${source}.`,
  acknowledge: () => 'It was acknowledged.',
  agreePlan: ({ answerBy }) => `A plan was agreed, with an answer by ${answerBy}.`,
  recordConsent: ({ consent }) =>
    consent === 'GIVEN' ? 'The person concerned agreed to it.' : 'The person concerned did not agree to it.',
  assign: ({ to, group }) =>
    to === null && group === null
      ? 'Nobody has it any more.'
      : `It was given to ${to ?? `the group ${group}`}.`,
  accept: () => 'It was taken.',
  handBack: () => 'It was handed back.',
  answer: ({ outcome, findings }) => `It was answered: ${inWords(outcome)}.${found(findings)}`,
  extend: ({ limit, to }) => `${limitOf(limit)} was extended to ${to}.`,
  suspend: ({ ground }) => `It was suspended: ${inWords(ground)}.`,
  resume: () => 'It went on.',
  escalate: ({ hasLateReason }) =>
    `The next stage was asked for${hasLateReason ? ', late and for a reason' : ''}.`,
  withdraw: () => 'It was withdrawn.',
  refuse: ({ closureReason }) => `It was not taken: ${inWords(closureReason)}.`,
  settle: () => 'It was settled, and is no complaint.',
  reopen: () => 'It was opened again.',
  correctDate: ({ which, from, to }) =>
    `The day ${which.toLowerCase()} was corrected from ${from ?? 'none'} to ${to}.`,
  link: ({ complaintId }) => `It was linked to ${complaintId}.`,
  changeParty: () => 'What is kept of somebody was changed.',
  merge: ({ into }) => `It was merged into ${into}.`,
  note: () => 'Something was noted.',
  attach: ({ documents }) =>
    documents.length === 1 ? 'A document was attached.' : `${documents.length} documents were attached.`,
  sendLetter: ({ kind, how }) => `${LETTERS[kind]} was sent by ${how === 'POST' ? 'post' : 'e-mail'}.`,
  redate: ({ limit, from, to, because }) => `${limitOf(limit)} moved from ${from} to ${to}: ${because}`,
  assessRisk: ({ risk }) => `Its risk was assessed: ${inWords(risk)}.`,
  coordinate: ({ body, isLedHere }) =>
    `It was agreed with ${BODIES[body]} that ${isLedHere ? 'the council gives' : 'they give'} the one answer.`,
  arrangeAdvocate: () => 'An advocate was arranged.',
  appoint: ({ as, person }) => `The ${inWords(as)} was appointed: ${person}.`,
  agreeStatement: () => 'What is complained of was agreed in writing.',
  reportInvestigation: ({ findings }) => `The investigation was reported.${found(findings)}`,
  arrangePanel: ({ on, members }) => `A panel was arranged for ${on}: ${members.join(', ')}.`,
  holdPanel: ({ members }) => `The panel met: ${members.join(', ')}.`,
  reportPanel: ({ findings }) => `The panel reported.${found(findings)}`,
};

/** What happened, in a sentence without names. */
export function entryText(facts: Facts): string {
  return toldOf(facts);
}

function toldOf<Event extends CaseEvent>(facts: FactsOf<Event> & { readonly event: Event }): string {
  const sentence: (of: FactsOf<Event>) => string = SENTENCES[facts.event];
  return sentence(facts);
}
