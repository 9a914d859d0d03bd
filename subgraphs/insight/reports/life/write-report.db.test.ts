import { type TestReports, testReports } from './testing';

let reports: TestReports;
beforeAll(async () => {
  reports = await testReports();
});
afterAll(() => reports.stop());

const ID = 'progress.2021-22.Q2';
const open = (financialYear = '2021-22', upTo = 'Q2', definition = 'progress') =>
  `mutation { done: openReport(definition: "${definition}", financialYear: "${financialYear}", upTo: ${upTo}) {
    __typename ... on Report { id version state } ... on ReportUnusable { part } } }`;
const write = (text: string, basedOnVersion: number, section = 'demand', id = ID) =>
  `mutation { done: writeReportCommentary(id: "${id}", section: "${section}", basedOnVersion: ${basedOnVersion}, text: "${text}") {
    __typename ... on Report { sections { key commentary { version text writtenBy } } }
    ... on CommentaryChanged { commentary { version text writtenBy } } } }`;
const done = async (query: string, subject = 'olu') =>
  (await reports.data<{ done: Record<string, unknown> }>(query, { subject })).done;
const actions = async (): Promise<string[]> => {
  const { log } = await reports.data<{ log: { edges: { node: { actor: string; action: string } }[] } }>(
    '{ log: insightAuditEntries(first: 200) { edges { node { actor action } } } }',
    { subject: 'aud', role: 'auditor' },
  );
  return log.edges.map(({ node }) => `${node.actor} ${node.action}`);
};

describe('beginning a report', () => {
  it('makes a draft, once, however often it is sent and by whomever', async () => {
    const draft = { __typename: 'Report', id: ID, version: 1, state: 'DRAFT' };
    expect(await done(open())).toEqual(draft);
    expect(await done(open(), 'ana')).toEqual(draft);
    expect(await actions()).toEqual(['olu REPORT_OPEN']);
  });

  it.each([
    ['a definition that there is not', open('2021-22', 'Q2', 'none'), 'definition'],
    ['a quarter that it does not speak of', open('2021-22', 'Q4'), 'upTo'],
    ['a period that has not begun', open('2022-23'), 'financialYear'],
  ])('is refused for %s', async (_, query, part) => {
    expect(await done(query)).toEqual({ __typename: 'ReportUnusable', part });
  });
});

describe('what is said in a section', () => {
  const said = (text: string, version: number, writtenBy = 'olu') => ({
    __typename: 'Report',
    sections: [
      { key: 'demand', commentary: { version, text, writtenBy } },
      { key: 'notes', commentary: null },
    ],
  });

  it('is written, and written over by whoever has read it', async () => {
    expect(await done(write('It rose.', 0))).toEqual(said('It rose.', 1));
    expect(await done(write('It rose again.', 1), 'ana')).toEqual(said('It rose again.', 2, 'ana'));
  });

  it('stays as it is when the same is sent again', async () => {
    const before = await actions();
    expect(await done(write(' It rose again. ', 1))).toEqual(said('It rose again.', 2, 'ana'));
    expect(await actions()).toEqual(before);
  });

  it('is not lost to somebody who did not read it, and told to them', async () => {
    expect(await done(write('Mine.', 1))).toEqual({
      __typename: 'CommentaryChanged',
      commentary: { version: 2, text: 'It rose again.', writtenBy: 'ana' },
    });
    expect(await done(write('Mine.', 3, 'notes'))).toEqual({
      ...{ __typename: 'CommentaryChanged', commentary: null },
    });
  });

  it('is one of two that are written at once', async () => {
    const outcomes = await Promise.all([done(write('One.', 2)), done(write('Other.', 2))]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['CommentaryChanged', 'Report']);
  });

  it('is taken back by blank text', async () => {
    expect(await done(write('  ', 3))).toEqual(said('', 4));
  });

  it.each([
    ['a report that there is not', write('x', 0, 'demand', 'none'), 'ReportNotFound'],
    ['a section that it has not', write('x', 0, 'none'), 'ReportSectionNotFound'],
    ['more than anybody reads', write('x'.repeat(20_001), 4), 'CommentaryUnusable'],
  ])('is refused for %s', async (_, query, __typename) => {
    expect(await done(query)).toEqual({ __typename });
  });
});

describe('having looked at a draft', () => {
  const seen = async () =>
    (await reports.data<{ report: { seen: string } }>(`{ report(id: "${ID}") { seen } }`)).report.seen;
  const note = (text: string, version = 1) =>
    `mutation { done: noteReportSeen(id: "${ID}", version: ${version}, seen: "${text}") {
      __typename ... on Report { checks { kind moves { before now } } } ... on ReportMoved { cells { id text } } } }`;
  const checks = async () =>
    (
      await reports.data<{ report: { checks: { kind: string; isBlocking: boolean; count: number }[] } }>(
        `{ report(id: "${ID}") { checks { kind isBlocking count } } }`,
      )
    ).report.checks;

  it('is what moves are told from', async () => {
    const before = await seen();
    reports.made = { ...reports.made, received: 80 };
    expect(await checks()).toContainEqual({ kind: 'FIGURES_MOVED', isBlocking: true, count: 1 });
    expect(await done(note(before))).toEqual({
      ...{ __typename: 'ReportMoved', cells: [{ id: 't/received/so-far', text: '80' }] },
    });
    expect((await done(note(await seen()), 'ana'))['__typename']).toBe('Report');
    expect((await checks()).map(({ kind }) => kind)).not.toContain('FIGURES_MOVED');
  });

  it('is of the version that is there', async () => {
    expect(await done(note(await seen(), 2))).toMatchObject({ __typename: 'ReportIsFrozen' });
  });
});
