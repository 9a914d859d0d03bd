import { englandAndWales } from '../calendar/bank-holidays';
import { type Day, toDay } from '../calendar/day';
import { decideEnquiry } from './decide-enquiry';
import type { EnquiryBody, EnquiryCommand, EnquiryDecision, EnquiryState } from './enquiry';
import { applyEnquiry } from './enquiry-of';

export const TODAY = toDay('2026-11-30');
export const day = (text: string): Day => toDay(text);

/** An enquiry that was received on 1 June 2026, as it is recorded. */
export const received = (
  body: EnquiryBody = 'LGSCO',
  more: Partial<Extract<EnquiryCommand, { event: 'record' }>> = {},
): EnquiryCommand => ({ event: 'record', body, receivedOn: day('2026-06-01'), dueOn: null, ...more });

/** What becomes of a command, on 30 November 2026. */
export const decided = (state: EnquiryState | null, command: EnquiryCommand): EnquiryDecision =>
  decideEnquiry({ state, command, calendar: englandAndWales, today: TODAY });

/** A case after these commands, each of which has to be permitted. */
export function caseAfter(...commands: readonly EnquiryCommand[]): EnquiryState {
  let state: EnquiryState | null = null;
  for (const command of commands) {
    const decision: EnquiryDecision = decided(state, command);
    if (decision.isRefused) throw new Error(`${command.event}: ${decision.refusal.message}`);
    state = applyEnquiry(state, { place: (state?.version ?? 0) + 1, facts: decision.facts });
  }
  if (state === null) throw new Error('No command, no case');
  return state;
}

export const UPHELD: EnquiryCommand = {
  ...{ event: 'decide', on: day('2026-08-03'), decision: 'UPHELD', findings: [] },
};
export const REMEDY: EnquiryCommand = { event: 'addRemedy', kind: 'PERSONAL', dueOn: null };
