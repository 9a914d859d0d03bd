import { toDay } from '../../../domain/calendar/day';
import type { EnquiryFacts } from '../../../domain/enquiries/enquiry';
import { dayOfEntry, sayEntry } from './say-entry';

const on = toDay('2026-06-01');
const due = { dueOn: toDay('2026-06-29'), isAsked: true };
const TAKEN: EnquiryFacts = {
  ...{ event: 'takeOver', body: 'LGSCO', receivedOn: on, replyDueOn: null, repliedOn: null, decidedOn: null },
  ...{ isDecided: false, decision: null, findings: [], remedies: [] },
};

describe('an entry', () => {
  it.each<[EnquiryFacts, string, string | null]>([
    [
      { event: 'record', body: 'LGSCO', receivedOn: on, ...due },
      'The enquiry was received on 2026-06-01; the reply is due on 2026-06-29.',
      on,
    ],
    [TAKEN, 'The register had it until here; it is worked on here since.', on],
    [{ event: 'reply', on }, 'The reply was sent on 2026-06-01.', on],
    [{ event: 'extendReply', to: on, hasReason: true }, 'The ombudsman agreed to a reply by 2026-06-01.', on],
    [
      { event: 'draft', on, dueOn: null, isAsked: false },
      'The draft of a decision came on 2026-06-01; comments are due on no day that is known.',
      on,
    ],
    [{ event: 'comment', on }, 'Comments on the draft were sent on 2026-06-01.', on],
    [{ event: 'decide', on, decision: 'UPHELD', findings: [] }, 'It was decided on 2026-06-01.', on],
    [{ event: 'referBack', on }, 'It was referred back on 2026-06-01, since it came too early.', on],
    [
      { event: 'addRemedy', place: 0, kind: 'PERSONAL', ...due },
      'Remedy 1 is to be done, due on 2026-06-29.',
      null,
    ],
    [{ event: 'completeRemedy', place: 1, on }, 'Remedy 2 was done on 2026-06-01.', on],
    [
      { event: 'comply', on, compliance: 'NOT_COMPLETE' },
      'The ombudsman says that something was not done.',
      on,
    ],
    [{ event: 'withdraw', on }, 'It was withdrawn or discontinued on 2026-06-01.', on],
    [{ event: 'note' }, 'Something was noted.', null],
  ])('is said in a sentence: %#', (facts, text, day) => {
    expect([sayEntry(facts), dayOfEntry(facts)]).toEqual([text, day]);
  });
});
