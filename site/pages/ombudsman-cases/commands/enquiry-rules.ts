import { ENQUIRY_PROCEDURE, type EnquiryRule } from '../../../../domain/enquiries/enquiry-procedure';
import type { EnquiryEvent } from '../../../operations/__generated__/operations';
import type { StepRules } from '../../casework/help/step-rules';
import { clocksOf } from '../../complaint/live/clocks';
import type { EnquirySeen } from './enquiry-seen';
import { ENQUIRY_STATE_WORDS } from './words';

/** What begins a case: it stands in no state before. */
export const BEGINS: StepRules = {
  says: [`For officers to do. It leads to: “${ENQUIRY_STATE_WORDS.ENQUIRY}”.`],
  ...{ limits: [], whole: null },
};

/** What is ruled of a step of an ombudsman's case: where it may be done and what comes of it, and the limits of the case. */
export const enquiryRules = (event: EnquiryEvent, { work }: EnquirySeen): StepRules => ({
  says: ENQUIRY_PROCEDURE.filter((rule) => codeOf(rule.event) === event).map(saidOf),
  limits: clocksOf(work.deadlines).map(({ title, due, state, law }) => ({
    ...{ title, law },
    text: `${due}: ${state.words}`,
  })),
  whole: null,
});

/** `extendReply` as the graph has it: `EXTEND_REPLY`. */
const codeOf = (event: EnquiryRule['event']): string => event.replace(/[A-Z]/g, '_$&').toUpperCase();

function saidOf({ from, leads }: EnquiryRule): string {
  const where = from.map((state) => `“${ENQUIRY_STATE_WORDS[state]}”`).join(', ');
  return `Where it stands at ${where}: for officers to do. ${leadsWords(leads)}`;
}

function leadsWords(leads: EnquiryRule['leads']): string {
  if (leads === 'SAME') return 'It stands there afterwards as before.';
  const other = leads === 'DECIDED' ? `, or “${ENQUIRY_STATE_WORDS.CLOSED}”` : '';
  return `It leads to: “${ENQUIRY_STATE_WORDS[leads]}”${other}.`;
}
