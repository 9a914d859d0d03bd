import type { Day } from '../../../domain/calendar/day';
import type { EnquiryFacts } from '../../../domain/enquiries/enquiry';

const COMPLIANCES = {
  COMPLETE_SATISFIED: 'The ombudsman is satisfied: everything was done.',
  COMPLETE_LATE: 'The ombudsman says that everything was done, and late.',
  NOT_COMPLETE: 'The ombudsman says that something was not done.',
} as const;

const when = (dueOn: Day | null): string => (dueOn === null ? 'on no day that is known' : `on ${dueOn}`);

/** What happened, in a sentence without names. */
export function sayEntry(facts: EnquiryFacts): string {
  switch (facts.event) {
    case 'record':
      return `The enquiry was received on ${facts.receivedOn}; the reply is due ${when(facts.dueOn)}.`;
    case 'takeOver':
      return 'The register had it until here; it is worked on here since.';
    case 'reply':
      return `The reply was sent on ${facts.on}.`;
    case 'extendReply':
      return `The ombudsman agreed to a reply by ${facts.to}.`;
    case 'draft':
      return `The draft of a decision came on ${facts.on}; comments are due ${when(facts.dueOn)}.`;
    case 'comment':
      return `Comments on the draft were sent on ${facts.on}.`;
    case 'decide':
      return `It was decided on ${facts.on}.`;
    case 'referBack':
      return `It was referred back on ${facts.on}, since it came too early.`;
    default:
      return sayAfter(facts);
  }
}

type After = Extract<
  EnquiryFacts,
  { readonly event: 'addRemedy' | 'completeRemedy' | 'comply' | 'withdraw' | 'note' }
>;

function sayAfter(facts: After): string {
  switch (facts.event) {
    case 'addRemedy':
      return `Remedy ${facts.place + 1} is to be done, due ${when(facts.dueOn)}.`;
    case 'completeRemedy':
      return `Remedy ${facts.place + 1} was done on ${facts.on}.`;
    case 'comply':
      return COMPLIANCES[facts.compliance];
    case 'withdraw':
      return `It was withdrawn or discontinued on ${facts.on}.`;
    case 'note':
      return 'Something was noted.';
  }
}

/** The day that an entry is about; null where there is none. */
export function dayOfEntry(facts: EnquiryFacts): Day | null {
  if (facts.event === 'record' || facts.event === 'takeOver') return facts.receivedOn;
  if (facts.event === 'extendReply') return facts.to;
  return 'on' in facts ? facts.on : null;
}
