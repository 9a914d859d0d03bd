import { ENQUIRY_EVENTS, ENQUIRY_STATES, type EnquiryStateName } from './enquiry';
import {
  ENQUIRY_PROCEDURE,
  ENQUIRY_STATE_RULES,
  OWN_ENQUIRY_DAYS,
  permittedInEnquiry,
} from './enquiry-procedure';

/** What may happen in each state, said once more by hand. */
const TABLE: Readonly<Record<EnquiryStateName, string>> = {
  ENQUIRY: 'reply extendReply draft decide referBack withdraw note',
  REPLIED: 'draft decide referBack withdraw note',
  DRAFT: 'comment decide referBack withdraw note',
  DECIDED: 'addRemedy comply note',
  REMEDY: 'addRemedy completeRemedy comply note',
  COMPLIED: 'note',
  CLOSED: 'note',
};

describe("the procedure of an ombudsman's case", () => {
  it.each(ENQUIRY_STATES)('lets happen what the table says in %s', (state) => {
    expect(permittedInEnquiry(state).map(({ event }) => event)).toEqual(TABLE[state].split(' '));
  });

  it('has each event but its beginnings once, each with a source of both bodies but the note', () => {
    const events = ENQUIRY_PROCEDURE.map(({ event }) => event);
    expect([...events].sort()).toEqual(
      ENQUIRY_EVENTS.filter((event) => event !== 'record' && event !== 'takeOver').sort(),
    );
    for (const { event, sources } of ENQUIRY_PROCEDURE)
      expect([sources.LGSCO === null, sources.HOUSING === null]).toEqual(Array(2).fill(event === 'note'));
  });

  it('reaches every state from the first, and goes on from each that has not ended', () => {
    const reached = new Set<EnquiryStateName>(['ENQUIRY']);
    for (const { from, leads } of [...ENQUIRY_PROCEDURE, ...ENQUIRY_PROCEDURE])
      if (leads !== 'SAME' && from.some((state) => reached.has(state))) reached.add(leads);
    expect([...reached].sort()).toEqual([...ENQUIRY_STATES].sort());
    for (const state of ENQUIRY_STATES)
      expect(permittedInEnquiry(state).some(({ leads }) => leads !== 'SAME')).toBe(
        !ENQUIRY_STATE_RULES[state].isEnded,
      );
  });

  it('has own days of each name from the first day of the calendar on', () => {
    expect(OWN_ENQUIRY_DAYS.map(({ name, inForceFrom }) => [name, inForceFrom])).toEqual([
      ['REPLY', '2018-01-01'],
      ['COMMENTS', '2018-01-01'],
      ['PERSONAL', '2018-01-01'],
      ['SERVICE_IMPROVEMENT', '2018-01-01'],
    ]);
  });
});
