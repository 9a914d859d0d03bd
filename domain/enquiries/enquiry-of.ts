import { callsForRemedy } from './decisions';
import type { EnquiryEntry, EnquiryFacts, EnquiryFactsOf, EnquiryState, EnquiryStateName } from './enquiry';
import { ENQUIRY_PROCEDURE } from './enquiry-procedure';

/** A case as its timeline tells it. Throws where the timeline does not begin with the case. */
export function enquiryOf(entries: readonly EnquiryEntry[]): EnquiryState {
  let state: EnquiryState | null = null;
  for (const entry of entries) state = applyEnquiry(state, entry);
  if (state === null) throw new Error("An ombudsman's case has a timeline that is empty");
  return state;
}

/** The case after one more entry. Throws where a case that there is begins again, or one that there is not goes on. */
export function applyEnquiry(before: EnquiryState | null, { place, facts }: EnquiryEntry): EnquiryState {
  if (facts.event === 'record' || facts.event === 'takeOver') {
    if (before !== null) throw new Error("An ombudsman's case begins twice");
    return { ...begun(facts), version: place };
  }
  if (before === null) throw new Error("An ombudsman's case goes on without having begun");
  return { ...before, ...changed(before, facts), state: stateAfter(before, facts), version: place };
}

function begun(facts: EnquiryFactsOf<'record' | 'takeOver'>): Omit<EnquiryState, 'version'> {
  const { body, receivedOn } = facts;
  const none = { draft: null, decidedOn: null, callsForRemedy: false, remedies: [], compliance: null };
  if (facts.event === 'record') {
    const { dueOn, isAsked } = facts;
    const reply = { dueOn, isAsked, extendedTo: null, metOn: null };
    return { ...none, body, receivedOn, state: 'ENQUIRY', reply };
  }
  return {
    ...{ ...none, body, receivedOn, state: takenOverState(facts), decidedOn: facts.decidedOn },
    reply: { dueOn: facts.replyDueOn, isAsked: true, extendedTo: null, metOn: facts.repliedOn },
    callsForRemedy: callsForRemedy(facts),
    remedies: facts.remedies.map((remedy) => ({ ...remedy, kind: null, isAsked: true })),
  };
}

/** How a case of the register stands: what it does not say has not happened. */
function takenOverState(facts: EnquiryFactsOf<'takeOver'>): EnquiryStateName {
  if (!facts.isDecided) return facts.repliedOn === null ? 'ENQUIRY' : 'REPLIED';
  if (facts.remedies.length > 0) return 'REMEDY';
  return callsForRemedy(facts) ? 'DECIDED' : 'CLOSED';
}

function stateAfter(before: EnquiryState, facts: EnquiryFacts): EnquiryStateName {
  if (facts.event === 'decide' && !callsForRemedy(facts)) return 'CLOSED';
  if (facts.event === 'comply' && facts.compliance === 'NOT_COMPLETE') return before.state;
  const rule = ENQUIRY_PROCEDURE.find(({ event }) => event === facts.event);
  return rule === undefined || rule.leads === 'SAME' ? before.state : rule.leads;
}

function changed(before: EnquiryState, facts: EnquiryFacts): Partial<EnquiryState> {
  switch (facts.event) {
    case 'reply':
      return { reply: { ...before.reply, metOn: facts.on } };
    case 'extendReply':
      return { reply: { ...before.reply, extendedTo: facts.to } };
    case 'draft':
      return { draft: { on: facts.on, dueOn: facts.dueOn, isAsked: facts.isAsked, metOn: null } };
    case 'comment':
      return before.draft === null ? {} : { draft: { ...before.draft, metOn: facts.on } };
    case 'decide':
      return { decidedOn: facts.on, callsForRemedy: callsForRemedy(facts) };
    case 'referBack':
    case 'withdraw':
      return { decidedOn: facts.on };
    case 'comply':
      return { compliance: { compliance: facts.compliance, on: facts.on } };
    default:
      return remediesAfter(before, facts);
  }
}

function remediesAfter({ remedies }: EnquiryState, facts: EnquiryFacts): Partial<EnquiryState> {
  if (facts.event === 'addRemedy') {
    const { place, kind, dueOn, isAsked } = facts;
    return { remedies: [...remedies, { place, kind, dueOn, isAsked, doneOn: null }] };
  }
  if (facts.event !== 'completeRemedy') return {};
  const { place, on } = facts;
  return { remedies: remedies.map((one) => (one.place === place ? { ...one, doneOn: on } : one)) };
}
