import type { CasePartsFragment } from '../../operations/__generated__/operations';
import { readCaseQuestion } from './case-filter';
import { findingsOf, meaningOf } from './case-view';
import { casesShown, narrowingChoices, orderChoices, stateChoices } from './cases-view';

const counts = {
  all: { totalCount: 89, asAt: '2021-09-30' },
  awaitingReply: { totalCount: 3 },
  replyOverdue: { totalCount: 0 },
  undecided: { totalCount: 19 },
  decided: { totalCount: 70 },
  upheld: { totalCount: null },
  remedyOutstanding: { totalCount: 1234 },
  remedyOverdue: null,
};
const parts: CasePartsFragment = {
  id: 'ombudsman-1',
  body: 'HOUSING',
  reference: '201900316',
  ourReference: null,
  stream: null,
  partner: 'stockport-homes',
  receivedOn: '2021-09-03',
  replyDueOn: null,
  replySentOn: null,
  repliedInTime: null,
  decidedOn: null,
  decision: null,
  upheld: null,
  remedies: [
    { text: 'Apology', dueOn: null, doneOn: null },
    { text: 'Payment', dueOn: null, doneOn: '2021-09-20' },
  ],
};
const page = { ...parts, lgscoDecision: null, findings: null, complaint: null };
const first = { after: null, number: 1 };

describe('the list of cases', () => {
  it('leads into each state with how many are in it, 0 apart from what is not known', () => {
    const states = stateChoices(readCaseQuestion({ body: 'LGSCO', state: 'decided' }), counts, false);
    expect(states.map(({ text, count }) => `${text}: ${count}`)).toEqual([
      'All: 89',
      'Awaiting our reply: 3',
      'Reply overdue: 0',
      'Not decided: 19',
      'Decided: 70',
      'Upheld by the LGSCO: not recorded',
      'Remedies outstanding: 1,234',
      'Remedies overdue: ',
    ]);
    expect(states.find(({ isNow }) => isNow)?.text).toBe('Decided');
    expect(states[0]?.href).toBe('/ombudsman-cases?body=LGSCO');
  });

  it('stands where nobody knows how many there are, and offers a partner what can be theirs', () => {
    const states = stateChoices(readCaseQuestion({}), null, true);
    expect(states.map(({ text }) => text)).not.toContain('Upheld by the LGSCO');
    expect(new Set(states.map(({ count }) => count))).toEqual(new Set(['']));
  });

  it('keeps its state where it is narrowed or ordered, and begins at the first page', () => {
    const question = readCaseQuestion({ state: 'decided', after: 'abc' });
    expect(narrowingChoices(question)[1]?.choices[1]).toMatchObject({
      text: 'Corporate',
      href: '/ombudsman-cases?state=decided&stream=CORPORATE',
    });
    expect(orderChoices(question).map(({ arrow }) => arrow)).toEqual(['↓', '', '']);
    expect(orderChoices(question)[0]?.href).toBe(
      '/ombudsman-cases?state=decided&orderBy=RECEIVED_ON&direction=ASC',
    );
  });

  it('tells how many remedies are not done', () => {
    const list = {
      asAt: '2021-09-30',
      totalCount: 1,
      edges: [{ node: parts }, { node: null }],
      pageInfo: { hasNextPage: false, endCursor: null },
    };
    const shown = casesShown(list, readCaseQuestion({}), first);
    expect(shown).toMatchObject({ says: '1 case', asAt: '30 September 2021' });
    expect(shown.rows).toHaveLength(1);
    expect(shown.rows[0]).toMatchObject({
      about: 'Stockport Homes',
      replyDue: 'none',
      remedies: '1 of 2 not done',
      hasOpenRemedy: true,
    });
    const none = casesShown(
      { ...list, edges: [{ node: { ...parts, remedies: [] } }] },
      readCaseQuestion({}),
      first,
    );
    expect(none.rows[0]).toMatchObject({ remedies: 'none', hasOpenRemedy: false });
  });
});

describe('a case', () => {
  it('says what the words amount to where they do not begin with it', () => {
    expect(
      meaningOf({ ...page, decision: 'Upheld - fault, no injustice', lgscoDecision: 'UPHELD' }),
    ).toBeNull();
    expect(meaningOf({ ...page, decision: 'Premature', lgscoDecision: 'REFERRED_BACK' })).toBe(
      'Referred back',
    );
    expect(meaningOf({ ...page, decision: 'Odd words' })).toBeNull();
  });

  it('tells each finding, with its kind where its own words do not', () => {
    const findings = [
      { issue: 'Repairs', finding: 'Maladministration', category: 'MALADMINISTRATION' },
      { issue: null, finding: 'Redress before', category: 'REASONABLE_REDRESS' },
    ] as const;
    expect(findingsOf({ ...page, findings })).toEqual([
      { issue: 'Repairs', finding: 'Maladministration', category: null },
      { issue: 'The case as a whole', finding: 'Redress before', category: 'Reasonable redress' },
    ]);
    expect(findingsOf(page)).toEqual([]);
  });
});
