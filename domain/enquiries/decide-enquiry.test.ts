import type { EnquiryCommand, EnquiryState } from './enquiry';
import { caseAfter, day, decided, REMEDY, received, UPHELD } from './testing';

const REPLY: EnquiryCommand = { event: 'reply', on: day('2026-06-26') };
const DRAFT: EnquiryCommand = { event: 'draft', on: day('2026-07-20'), dueOn: null };
const HOUSING: EnquiryCommand = {
  ...{ event: 'decide', on: day('2026-08-03'), decision: null },
  findings: ['NO_MALADMINISTRATION', 'SERVICE_FAILURE'],
};
const done = (on: string, place = 0): EnquiryCommand => ({ event: 'completeRemedy', place, on: day(on) });

const refusedWith = (state: EnquiryState | null, command: EnquiryCommand) => {
  const decision = decided(state, command);
  return decision.isRefused ? decision.refusal : null;
};

describe("an ombudsman's case", () => {
  it('goes from the enquiry to what was complied with', () => {
    const state = caseAfter(
      ...[received(), REPLY, DRAFT, { event: 'comment', on: day('2026-07-30') } as const, UPHELD],
      ...[REMEDY, done('2026-08-20')],
      { event: 'comply', on: day('2026-09-01'), compliance: 'COMPLETE_SATISFIED' },
    );
    expect(state).toMatchObject({
      ...{ version: 8, state: 'COMPLIED', decidedOn: '2026-08-03', callsForRemedy: true },
      reply: { dueOn: '2026-06-29', isAsked: false, metOn: '2026-06-26' },
      draft: { dueOn: '2026-08-03', metOn: '2026-07-30' },
      remedies: [{ place: 0, kind: 'PERSONAL', dueOn: '2026-08-31', doneOn: '2026-08-20' }],
      compliance: { compliance: 'COMPLETE_SATISFIED', on: '2026-09-01' },
    });
  });

  it.each([
    ['NOT_UPHELD', 'CLOSED'],
    ['CLOSED_AFTER_INITIAL_ENQUIRIES', 'CLOSED'],
    ['UPHELD', 'DECIDED'],
  ] as const)('that is %s stands as %s', (decision, state) => {
    expect(
      caseAfter(received(), { ...UPHELD, event: 'decide', on: day('2026-08-03'), decision, findings: [] }),
    ).toMatchObject({
      state,
    });
  });

  it('of the Housing Ombudsman asks for remedies after any failure that was found', () => {
    expect(caseAfter(received('HOUSING'), HOUSING).state).toBe('DECIDED');
    const none: EnquiryCommand = {
      ...{ event: 'decide', on: day('2026-08-03'), decision: null, findings: ['NO_MALADMINISTRATION'] },
    };
    expect(caseAfter(received('HOUSING'), none).state).toBe('CLOSED');
  });

  it('keeps a day that the ombudsman named', () => {
    const named = caseAfter(
      received('LGSCO', { dueOn: day('2026-06-12') }),
      { ...UPHELD },
      {
        ...{ event: 'addRemedy', kind: 'SERVICE_IMPROVEMENT', dueOn: day('2026-09-30') },
      },
    );
    expect(named).toMatchObject({
      reply: { dueOn: '2026-06-12', isAsked: true },
      remedies: [{ dueOn: '2026-09-30', isAsked: true }],
    });
  });

  it('has own days of each body, and of each kind of remedy', () => {
    expect(caseAfter(received('HOUSING')).reply.dueOn).toBe('2026-06-22');
    const improved = caseAfter(received(), UPHELD, {
      ...REMEDY,
      event: 'addRemedy',
      kind: 'SERVICE_IMPROVEMENT',
      dueOn: null,
    });
    expect(improved.remedies[0]?.dueOn).toBe('2026-11-02');
  });

  it('stays open where something was not done, until it was', () => {
    const open = caseAfter(received(), UPHELD, REMEDY, {
      event: 'comply',
      on: day('2026-10-01'),
      compliance: 'NOT_COMPLETE',
    });
    expect(open).toMatchObject({ state: 'REMEDY', compliance: { compliance: 'NOT_COMPLETE' } });
  });
});

describe('what is refused', () => {
  const begun = caseAfter(received());
  const upheld = caseAfter(received(), UPHELD);
  const withRemedy = caseAfter(received(), UPHELD, REMEDY);
  const housing = caseAfter(received('HOUSING'));
  const extend = (to: string, hasReason = true): EnquiryCommand => ({
    event: 'extendReply',
    to: day(to),
    hasReason,
  });
  const comply = (compliance: 'COMPLETE_SATISFIED' | 'NOT_COMPLETE'): EnquiryCommand => ({
    ...{ event: 'comply', on: day('2026-09-01'), compliance },
  });

  it.each<[string, EnquiryState | null, EnquiryCommand, object]>([
    [
      'a day to come',
      null,
      received('LGSCO', { receivedOn: day('2026-12-01') }),
      { code: 'DAY_IN_FUTURE', part: 'receivedOn' },
    ],
    [
      'a reply due before receipt',
      null,
      received('LGSCO', { dueOn: day('2026-05-31') }),
      { code: 'DAY_NOT_LATER', part: 'replyDueOn', source: { paragraph: 'sections 28(1) and 29(1)' } },
    ],
    [
      'a decision before the enquiry',
      begun,
      { ...UPHELD, event: 'decide', on: day('2026-05-29'), decision: 'UPHELD', findings: [] },
      {
        code: 'DAY_BEFORE_RECEIPT',
        source: { law: 'Local Government Act 1974', paragraph: 'section 26(1)' },
      },
    ],
    [
      'a second reply',
      caseAfter(received(), REPLY),
      { event: 'reply', on: day('2026-07-01') },
      { code: 'EVENT_NOT_PERMITTED', message: expect.stringContaining('2026-06-26') },
    ],
    [
      'a draft before the reply',
      caseAfter(received(), REPLY),
      { event: 'draft', on: day('2026-06-25'), dueOn: null },
      { code: 'DAY_BEFORE_EARLIER_STEP' },
    ],
    [
      'comments due before the draft',
      begun,
      { event: 'draft', on: day('2026-07-20'), dueOn: day('2026-07-19') },
      { code: 'DAY_NOT_LATER', part: 'commentsDueOn' },
    ],
    ['an extension to no later day', begun, extend('2026-06-29'), { code: 'DAY_NOT_LATER', part: 'to' }],
    ['an extension without a reason', begun, extend('2026-07-06', false), { code: 'REASON_MISSING' }],
    [
      'a decision that is none',
      begun,
      { event: 'decide', on: day('2026-08-03'), decision: null, findings: [] },
      { code: 'DECISION_MISSING', source: { paragraph: 'section 30(1)' } },
    ],
    [
      'findings of the other body',
      begun,
      { ...HOUSING, event: 'decide', on: day('2026-08-03'), decision: 'UPHELD', findings: ['MEDIATION'] },
      { code: 'DECISION_OF_THE_OTHER_BODY', part: 'findings' },
    ],
    [
      'a decision of the other body',
      housing,
      UPHELD,
      { code: 'DECISION_OF_THE_OTHER_BODY', part: 'lgscoDecision' },
    ],
    [
      'no finding',
      housing,
      { event: 'decide', on: day('2026-08-03'), decision: null, findings: [] },
      { code: 'FINDINGS_MISSING', source: { law: 'Housing Act 1996' } },
    ],
    [
      'a remedy before the decision',
      begun,
      REMEDY,
      { code: 'EVENT_NOT_PERMITTED', source: { paragraph: 'section 31(2)' } },
    ],
    [
      'a remedy after no fault',
      caseAfter(received(), { event: 'referBack', on: day('2026-06-03') }),
      REMEDY,
      { code: 'EVENT_NOT_PERMITTED' },
    ],
    ['a remedy that there is not', withRemedy, done('2026-08-20', 1), { code: 'REMEDY_NOT_FOUND' }],
    [
      'a remedy done before the decision',
      withRemedy,
      done('2026-08-02'),
      { code: 'DAY_BEFORE_EARLIER_STEP' },
    ],
    [
      'a remedy done twice',
      caseAfter(received(), UPHELD, REMEDY, done('2026-08-20')),
      done('2026-08-21'),
      { code: 'REMEDY_ALREADY_DONE' },
    ],
    [
      'satisfaction before it is done',
      withRemedy,
      comply('COMPLETE_SATISFIED'),
      { code: 'REMEDY_NOT_DONE', source: { paragraph: 'section 31(2A)' } },
    ],
    ['nothing that could be left undone', upheld, comply('NOT_COMPLETE'), { code: 'REMEDY_NOT_FOUND' }],
    [
      'anything after the end',
      caseAfter(received(), { event: 'withdraw', on: day('2026-06-03') }),
      REPLY,
      { code: 'EVENT_NOT_PERMITTED', source: { paragraph: 'sections 28(1) and 29(1)' } },
    ],
  ])('is %s', (_, state, command, refusal) => {
    expect(refusedWith(state, command)).toMatchObject(refusal);
  });

  it('is a remedy of a register’s case in which nobody found fault, and the law says so', () => {
    const state: EnquiryState = { ...withRemedy, callsForRemedy: false };
    expect(refusedWith(state, REMEDY)).toMatchObject({
      ...{ code: 'REMEDY_WITHOUT_FAULT', source: { paragraph: 'section 31(2)' } },
    });
  });
});
