import type { Identity } from '../../../platform/identity/identity';
import type { TestPart } from '../../../platform/testing/test-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { type Came, commanding, ENQUIRY, key, OFFICER, testEnquiries } from './testing';

let part: TestPart;
let lgsco = '';
let housing = '';
let next = 1000;
const command = commanding(() => part);
/** A command on a case with a key of its own, unless one is given. */
const act = (
  name: string,
  id: string,
  version: number,
  more: object,
  as: Partial<Identity> = {},
): Promise<Came> => {
  next += 1;
  return command(name, { key: key(next), id, version, ...more }, as);
};
const recorded = async (number: number, input: object) => {
  const came = await command('recordOmbudsmanEnquiry', { key: key(number), input: { ...ENQUIRY, ...input } });
  return came.case?.id ?? '';
};
beforeAll(async () => {
  part = await testEnquiries();
  lgsco = await recorded(1, {});
  housing = await recorded(2, { body: 'HOUSING', reference: '202606001' });
});
afterAll(() => part.stop());

const UPHELD = { on: '2026-08-03', decision: 'Upheld: fault and injustice', lgscoDecision: 'UPHELD' };
/** Each command on a case with what is refused of it; together the life of a case. */
const COMMANDS: readonly [name: string, given: object, refused: object, code: string, state: string][] = [
  ['noteOmbudsmanCase', { words: 'Ask the service.' }, { words: ' ' }, 'COMMAND_UNUSABLE', 'ENQUIRY'],
  [
    'extendOmbudsmanReply',
    { to: '2026-07-06', reason: 'A file is missing.' },
    { to: '2026-07-06', reason: ' ' },
    'REASON_MISSING',
    'ENQUIRY',
  ],
  [
    'replyToOmbudsmanEnquiry',
    { on: '2026-07-03', words: 'All was sent.' },
    { on: '2026-12-01' },
    'DAY_IN_FUTURE',
    'REPLIED',
  ],
  ['recordOmbudsmanDraftDecision', { on: '2026-07-20' }, { on: '2026-05-20' }, 'DAY_BEFORE_RECEIPT', 'DRAFT'],
  ['commentOnOmbudsmanDraft', { on: '2026-07-27' }, { on: '2026-07-19' }, 'DAY_BEFORE_EARLIER_STEP', 'DRAFT'],
  [
    'recordOmbudsmanDecision',
    { input: UPHELD },
    { input: { ...UPHELD, lgscoDecision: null } },
    'DECISION_MISSING',
    'DECIDED',
  ],
  ['addOmbudsmanRemedy', { text: 'Apologise' }, { text: '' }, 'COMMAND_UNUSABLE', 'REMEDY'],
  [
    'completeOmbudsmanRemedy',
    { remedy: 1, on: '2026-08-24' },
    { remedy: 2, on: '2026-08-24' },
    'REMEDY_NOT_FOUND',
    'REMEDY',
  ],
  [
    'recordOmbudsmanCompliance',
    { on: '2026-09-02', compliance: 'COMPLETE_SATISFIED' },
    { on: '2026-08-01', compliance: 'COMPLETE_SATISFIED' },
    'DAY_BEFORE_EARLIER_STEP',
    'COMPLIED',
  ],
];

describe.each(COMMANDS)('%s', (name, given, refused, code, state) => {
  const version = COMMANDS.findIndex(([each]) => each === name) + 1;

  it('is open to nobody who did not sign in for it, and to officers alone', async () => {
    await expect(act(name, lgsco, version, given, { scopes: [] })).rejects.toThrow();
    await expect(act(name, lgsco, version, given, { role: 'analyst' })).rejects.toThrow();
    await expect(act(name, lgsco, version, given, { role: 'manager' })).rejects.toThrow('officers');
    expect(await act(name, lgsco, version, given, { streams: ['adults'] })).toMatchObject({
      code: 'OMBUDSMAN_CASE_NOT_FOUND',
    });
  });

  it('is refused where a rule is in the way, and changes nothing', async () => {
    expect(await act(name, lgsco, version, refused)).toMatchObject({ code });
    expect(await act(name, lgsco, version - 1, given)).toMatchObject({
      ...{ code: 'OMBUDSMAN_CASE_CHANGED', version, since: [{ place: version, by: 'olu' }] },
    });
  });

  it('is done once, and answered the same again', async () => {
    const asked = { key: key(100 + version), id: lgsco, version, ...given };
    const done = { __typename: 'OmbudsmanCommandDone', version: version + 1 };
    expect(await command(name, asked)).toMatchObject({ ...done, case: { state, version: version + 1 } });
    expect(await command(name, asked)).toMatchObject({ ...done, case: { version: version + 1 } });
  });
});

describe('the case that came of it', () => {
  it('is what every list and figure is read from', async () => {
    const { ombudsmanCases } = await part.data<{ ombudsmanCases: { edges: unknown[] } }>(
      `{ ombudsmanCases(where: { upheld: true }) { edges { node { reference replyDueOn replySentOn repliedInTime decidedOn
         decision compliance remedies { text dueOn doneOn } } } } }`,
      { role: 'analyst' },
    );
    expect(ombudsmanCases.edges).toEqual([
      {
        node: {
          ...{
            reference: '26 000 123',
            replyDueOn: '2026-07-06',
            replySentOn: '2026-07-03',
            repliedInTime: true,
          },
          ...{
            decidedOn: '2026-08-03',
            decision: 'Upheld: fault and injustice',
            compliance: 'COMPLETE_SATISFIED',
          },
          remedies: [{ text: 'Apologise', dueOn: '2026-08-31', doneOn: '2026-08-24' }],
        },
      },
    ]);
    const [last] = await inTransaction(
      part.database.of('outbox_reader'),
      { subject: 'courier', role: 'courier' },
      ({ query }) =>
        query<{ payload: object }>(
          `select payload from ombudsman.outbox where subject = '${lgsco}' order by xid desc, id desc limit 1`,
        ),
    );
    expect(last?.payload).toMatchObject({
      ...{ upheld: true, decidedOn: '2026-08-03', remedies: [{ dueOn: '2026-08-31', doneOn: '2026-08-24' }] },
    });
  });

  it('tells what happened, and by when each step was due and why', async () => {
    const { ombudsmanCase } = await part.data<{ ombudsmanCase: { timeline: unknown[]; deadlines: unknown } }>(
      `{ ombudsmanCase(id: "${lgsco}") { timeline { place event text on by }
         deadlines { name dueOn originalDueOn isInTime steps { kind } source { law } } } }`,
    );
    expect(ombudsmanCase.timeline).toHaveLength(10);
    expect(ombudsmanCase.timeline[0]).toMatchObject({ place: 10, event: 'COMPLY', by: 'olu' });
    expect(ombudsmanCase.deadlines).toMatchObject([
      { name: 'REPLY', dueOn: '2026-07-06', originalDueOn: '2026-06-29', isInTime: true },
      { name: 'COMMENTS', dueOn: '2026-08-03', isInTime: true },
      { name: 'REMEDY_1', dueOn: '2026-08-31', isInTime: true, source: { law: 'Local Government Act 1974' } },
    ]);
  });

  it('shows what was written to officers who are cleared, and says in the log who read it', async () => {
    const read = (as: Partial<Identity>) =>
      part.data<{ ombudsmanCase: { timeline: { words: unknown }[] } }>(
        `{ ombudsmanCase(id: "${lgsco}") { timeline { words { part words } } permitted { event } } }`,
        as,
      );
    const written = (await read({})).ombudsmanCase.timeline.flatMap(({ words }) => words);
    expect(written).toEqual([
      { part: 'SUMMARY', words: 'All was sent.' },
      { part: 'REASON', words: 'A file is missing.' },
      { part: 'NOTE', words: 'Ask the service.' },
    ]);
    const others = await read({ subject: 'ann', streams: ['schools'] });
    expect(others.ombudsmanCase).toMatchObject({
      permitted: null,
      timeline: Array(10).fill({ words: null }),
    });
    const readers = await inTransaction(
      part.database.of('ombudsman'),
      { subject: 'aud', role: 'auditor' },
      ({ query }) =>
        query(`select actor, record_id from ombudsman.audit_entry where action = 'OMBUDSMAN_WORDS_READ'`),
    );
    expect(readers).toEqual([{ actor: 'olu', record_id: lgsco }]);
  });
});

describe('other ends of a case', () => {
  it('are findings of the Housing Ombudsman, each in its own words', async () => {
    const findings = [
      { issue: 'Repairs', finding: 'Maladministration', category: 'MALADMINISTRATION' },
      { finding: 'Reasonable redress', category: 'REASONABLE_REDRESS' },
    ];
    const input = { on: '2026-08-03', decision: 'Repairs: maladministration', findings };
    expect((await act('recordOmbudsmanDecision', housing, 1, { input })).case).toMatchObject({
      ...{ state: 'DECIDED', upheld: null, lgscoDecision: null },
      findings: [findings[0], { ...findings[1], issue: null }],
    });
  });

  it('is a complaint that came too early, whatever was answered here', async () => {
    const id = await recorded(3, { reference: '26 000 200' });
    expect((await act('closeOmbudsmanCaseAsPremature', id, 1, { on: '2026-06-04' })).case).toMatchObject({
      ...{ state: 'CLOSED', lgscoDecision: 'REFERRED_BACK', upheld: false, decidedOn: '2026-06-04' },
    });
    const came = await act('addOmbudsmanRemedy', id, 2, { text: 'Apologise' });
    expect(came).toMatchObject({ code: 'EVENT_NOT_PERMITTED', permitted: [{ event: 'NOTE' }] });
  });

  it('is a complainant who withdrew', async () => {
    const id = await recorded(4, { reference: '26 000 201' });
    expect((await act('withdrawOmbudsmanCase', id, 1, { on: '2026-06-04' })).case).toMatchObject({
      ...{ state: 'CLOSED', upheld: false, decision: 'Withdrawn or discontinued' },
    });
  });
});

describe('two at once', () => {
  it('give one of them what the other did', async () => {
    const id = await recorded(5, { reference: '26 000 202' });
    const both = await Promise.all(['One', 'Two'].map((words) => act('noteOmbudsmanCase', id, 1, { words })));
    expect(both.map(({ __typename }) => __typename).sort()).toEqual([
      'OmbudsmanCaseChanged',
      'OmbudsmanCommandDone',
    ]);
  });

  it('with one key are one command', async () => {
    const id = await recorded(6, { reference: '26 000 203' });
    const asked = { key: key(900), id, version: 1, words: 'Once' };
    const both = await Promise.all([asked, asked].map((each) => command('noteOmbudsmanCase', each, OFFICER)));
    expect(both).toMatchObject(Array(2).fill({ __typename: 'OmbudsmanCommandDone', version: 2 }));
  });
});
