import type { CommandRefusal, FactsOf } from '../command';
import { refuseAppointing } from './appoint';
import { refuseAccepting, refuseAssigning, refuseHandingBack } from './assign';
import { refuseCorrecting } from './correct-date';
import { dayAfter, RECEIPT_ALONE, type Step, stepsOf } from './days';
import { refuseLinking, refuseMerging, refuseRefusing, refuseReopening } from './end';
import { refuseEscalating } from './escalate';
import { refuseExtension } from './extend';
import { refuseFindings } from './findings';
import { refuseIndependentPerson } from './people';
import { refusePlan } from './plan';
import type { Question, Rule, StageCommandEvent } from './question';
import { refuseConsent, refuseCoordinating, refuseSuspending } from './told';

type Rules = { readonly [Event in StageCommandEvent]: readonly Rule<FactsOf<Event>>[] };

/** Of the steps of a stage, those of some names. */
const steps =
  (...whats: readonly string[]) =>
  (stage: Question['stage']): readonly Step[] =>
    stepsOf(stage).filter(({ what }) => whats.includes(what));

/** What each command has to fulfil besides state, role and requirements, in the order in which it is told. */
const RULES: Rules = {
  acknowledge: [dayAfter(RECEIPT_ALONE)],
  agreePlan: [dayAfter(steps('a plan was agreed')), refusePlan],
  recordConsent: [dayAfter(RECEIPT_ALONE), refuseConsent],
  assign: [refuseAssigning, refuseIndependentPerson],
  accept: [refuseAccepting, refuseIndependentPerson],
  handBack: [refuseHandingBack],
  answer: [dayAfter(stepsOf), refuseFindings, refuseIndependentPerson],
  extend: [refuseExtension],
  suspend: [dayAfter(steps('its suspension ended')), refuseSuspending],
  resume: [dayAfter(steps('it was suspended'))],
  escalate: [refuseEscalating],
  withdraw: [dayAfter(stepsOf)],
  refuse: [dayAfter(stepsOf), refuseRefusing],
  settle: [dayAfter(stepsOf)],
  reopen: [dayAfter(stepsOf), refuseReopening],
  correctDate: [refuseCorrecting],
  link: [refuseLinking],
  changeParty: [],
  merge: [dayAfter(stepsOf), refuseMerging],
  note: [],
  attach: [],
  sendLetter: [dayAfter(RECEIPT_ALONE)],
  arrangeAdvocate: [dayAfter(RECEIPT_ALONE)],
  appoint: [refuseAppointing],
  agreeStatement: [dayAfter(steps('what is complained of was agreed in writing'))],
  reportInvestigation: [dayAfter(steps('what is complained of was agreed in writing')), refuseFindings],
  arrangePanel: [dayAfter(RECEIPT_ALONE, { mayBeAhead: true })],
  holdPanel: [dayAfter(RECEIPT_ALONE)],
  reportPanel: [dayAfter(steps('the panel met')), refuseFindings],
  assessRisk: [dayAfter(RECEIPT_ALONE)],
  coordinate: [dayAfter(RECEIPT_ALONE), refuseCoordinating],
};

/** What the rules of a command find in its way, the first of it; null where they find nothing. */
export function refuseByRules<Event extends StageCommandEvent>(
  event: Event,
  question: Question<FactsOf<Event>>,
): CommandRefusal | null {
  for (const rule of RULES[event]) {
    const found = rule(question);
    if (found !== null) return found;
  }
  return null;
}
