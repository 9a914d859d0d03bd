import { englandAndWales } from '../calendar/bank-holidays';
import { weekday } from '../calendar/day';
import type { EnquiryState } from './enquiry';
import { enquiryDeadlines } from './enquiry-deadlines';
import { caseAfter, day, REMEDY, received, TODAY, UPHELD } from './testing';

const explained = (state: EnquiryState, today = TODAY) =>
  enquiryDeadlines({ state, calendar: englandAndWales, today });
const kinds = (state: EnquiryState) => explained(state)[0]?.steps.map(({ kind }) => kind);

describe("by when something has to happen in an ombudsman's case", () => {
  it('is explained from the day that it starts with', () => {
    const may = caseAfter(received('LGSCO', { receivedOn: day('2026-05-11') }));
    expect(explained(may)).toEqual([
      {
        ...{ stage: 1, name: 'REPLY', title: 'Reply to the enquiry', dueOn: '2026-06-09' },
        extendableTo: null,
        ...{
          originalDueOn: '2026-06-09',
          extendedTo: null,
          metOn: null,
          isInTime: false,
          isEstimated: false,
        },
        source: expect.objectContaining({ law: 'Local Government Act 1974' }),
        steps: [
          expect.objectContaining({ kind: 'STARTS', on: '2026-05-11' }),
          expect.objectContaining({ kind: 'RULE', text: expect.stringContaining('20 working days') }),
          expect.objectContaining({
            kind: 'SKIPPED',
            days: [expect.objectContaining({ day: '2026-05-25' })],
          }),
          expect.objectContaining({ kind: 'DUE', on: '2026-06-09' }),
          expect.objectContaining({ kind: 'MISSED', on: '2026-06-09' }),
        ],
      },
    ]);
  });

  it('is the day that the ombudsman named, as far as it was not extended', () => {
    const named = received('LGSCO', { dueOn: day('2026-06-12') });
    const extended = caseAfter(named, { event: 'extendReply', to: day('2026-06-19'), hasReason: true });
    expect(kinds(caseAfter(named, { event: 'reply', on: day('2026-06-12') }))).toEqual([
      'STARTS',
      'RULE',
      'DUE',
      'MET',
    ]);
    expect(kinds(extended)).toEqual(['STARTS', 'RULE', 'EXTENDED', 'DUE', 'MISSED']);
    expect(explained(extended, day('2026-06-19'))[0]).toMatchObject({
      ...{ dueOn: '2026-06-19', originalDueOn: '2026-06-12', extendedTo: '2026-06-19', isInTime: null },
    });
  });

  it('is told of a draft and of each remedy too', () => {
    const state = caseAfter(
      received(),
      { event: 'draft', on: day('2026-07-20'), dueOn: null },
      UPHELD,
      REMEDY,
      {
        ...{ event: 'addRemedy', kind: 'SERVICE_IMPROVEMENT', dueOn: null },
      },
    );
    expect(explained(state).map(({ name, dueOn }) => [name, dueOn])).toEqual([
      ['REPLY', '2026-06-29'],
      ['COMMENTS', '2026-08-03'],
      ['REMEDY_1', '2026-08-31'],
      ['REMEDY_2', '2026-11-02'],
    ]);
    const rules = explained(state).map(({ steps }) => steps.find(({ kind }) => kind === 'RULE')?.text);
    expect(rules.slice(2)).toEqual([
      'The ombudsman named no day: 4 weeks after it.',
      'The ombudsman named no day: 3 months from it, that day included.',
    ]);
  });

  it('agrees for 200 days of receipt with days that are counted one by one', () => {
    const off = new Set<string>(englandAndWales.daysOff.map((each) => each.day));
    for (let count = 0; count < 200; count += 1) {
      const from = new Date(Date.UTC(2026, 0, 1 + count));
      const on = new Date(from);
      for (let left = 20; left > 0; ) {
        on.setUTCDate(on.getUTCDate() + 1);
        const text = on.toISOString().slice(0, 10);
        if (weekday(day(text)) < 6 && !off.has(text)) left -= 1;
      }
      const state = caseAfter(received('LGSCO', { receivedOn: day(from.toISOString().slice(0, 10)) }));
      expect(explained(state)[0]?.dueOn).toBe(on.toISOString().slice(0, 10));
    }
  });
});
