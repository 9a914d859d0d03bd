import type { Facts, FactsOf } from '../../domain/procedure/command';
import type { CaseEvent } from '../../domain/procedure/events';
import { EVENT_WORDS } from '../../domain/procedure/words';

/** What happened, by the events of which more is told than their name. */
const SENTENCES: Partial<{ readonly [Event in CaseEvent]: (facts: FactsOf<Event>) => string }> = {
  record: ({ stage }) => (stage === 1 ? 'It was recorded.' : `It was recorded, directly at stage ${stage}.`),
  takeOver: ({ source }) => `It came over from the system ${source}.`,
  acknowledge: () => 'It was acknowledged.',
  agreePlan: ({ answerBy }) => `A plan was agreed, with an answer by ${answerBy}.`,
  recordConsent: ({ consent }) =>
    consent === 'GIVEN' ? 'The person concerned agreed to it.' : 'The person concerned did not agree to it.',
  assign: ({ to, group }) =>
    to === null && group === null
      ? 'Nobody has it any more.'
      : `It was given to ${to === null ? `the group ${group}` : 'somebody'}.`,
  accept: () => 'It was taken.',
  handBack: () => 'It was handed back.',
  answer: ({ outcome }) => `It was answered: ${outcome.toLowerCase().replaceAll('_', ' ')}.`,
  extend: ({ limit, to }) => `The limit ${limit} was extended to ${to}.`,
  suspend: ({ ground }) => `It was suspended: ${ground.toLowerCase()}.`,
  resume: () => 'It went on.',
  escalate: ({ hasLateReason }) =>
    `The next stage was asked for${hasLateReason ? ', late and for a reason' : ''}.`,
  withdraw: () => 'It was withdrawn.',
  refuse: ({ closureReason }) => `It was not taken: ${closureReason.toLowerCase().replaceAll('_', ' ')}.`,
  settle: () => 'It was settled, and is no complaint.',
  reopen: () => 'It was opened again.',
  correctDate: ({ which, from, to }) =>
    `The day ${which.toLowerCase()} was corrected from ${from ?? 'none'} to ${to}.`,
  link: ({ complaintId }) => `It was linked to ${complaintId}.`,
  merge: ({ into }) => `It was merged into ${into}.`,
  note: () => 'Something was noted.',
  redate: ({ limit, from, to, because }) => `The limit ${limit} moved from ${from} to ${to}: ${because}`,
  assessRisk: ({ risk }) => `Its risk was assessed: ${risk.toLowerCase()}.`,
};

/** What happened, in a sentence without names. */
export function entryText(facts: Facts): string {
  const told = toldOf(facts);
  return told ?? `${EVENT_WORDS[facts.event]}.`;
}

function toldOf<Event extends CaseEvent>(facts: FactsOf<Event> & { readonly event: Event }): string | null {
  const sentence: ((of: FactsOf<Event>) => string) | undefined = SENTENCES[facts.event];
  return sentence === undefined ? null : sentence(facts);
}
