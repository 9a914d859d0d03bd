import { freezeOne, ID, type TestReports, testReports } from './testing';

let reports: TestReports;
beforeAll(async () => {
  reports = await testReports();
  await freezeOne(reports);
});
afterAll(() => reports.stop());

type Done = { readonly __typename: string; readonly version?: number };
const done = async (command: string, subject = 'olu') =>
  (
    await reports.data<{ done: Done }>(
      `mutation { done: ${command} { __typename ... on Report { version state definitionVersion } } }`,
      { subject },
    )
  ).done;
const revise = (reason: string, by = 'olu', id = ID) =>
  done(`reviseReport(id: "${id}", reason: "${reason}")`, by);
const renew = (id = ID) => done(`renewReport(id: "${id}")`);
const write = (text: string, basedOnVersion: number) =>
  done(
    `writeReportCommentary(id: "${ID}", section: "demand", basedOnVersion: ${basedOnVersion}, text: "${text}")`,
  );
const said = async (version: number) =>
  JSON.stringify(
    await reports.data(`{ report(id: "${ID}", version: ${version}) { sections { commentary { text } } } }`),
  );

describe('revising a report that is frozen', () => {
  it('is refused without a reason, and where there is none', async () => {
    expect(await revise(' ')).toEqual({ __typename: 'ReasonUnusable' });
    expect(await revise('x', 'olu', 'none')).toEqual({ __typename: 'ReportNotFound' });
  });

  it('is all that can be done with it', async () => {
    expect(await write('Late.', 1)).toEqual({ __typename: 'ReportIsFrozen' });
    expect(await renew()).toEqual({ __typename: 'ReportIsFrozen' });
  });

  it('begins one draft, also of two who send the same at once', async () => {
    const draft = { __typename: 'Report', version: 2, state: 'DRAFT', definitionVersion: 1 };
    expect(await Promise.all([revise('A late import'), revise('A late import')])).toEqual([draft, draft]);
    expect(await revise('Something else')).toEqual({ __typename: 'ReportIsDraft' });
    expect(await revise('A late import', 'ada')).toEqual({ __typename: 'ReportIsDraft' });
  });

  it('begins with what was said, and leaves it as it was in the version before', async () => {
    expect(await said(2)).toContain('It rose.');
    expect(await write('It rose to 99.', 1)).toMatchObject({ __typename: 'Report' });
    expect(await said(1)).toContain('It rose.');
    expect(await said(2)).toContain('It rose to 99.');
  });
});

describe('renewing a draft', () => {
  it('takes the definition over, once, and keeps what was said in a section that went', async () => {
    expect(await renew()).toMatchObject({ definitionVersion: 1 });
    const [, notes] = reports.made.sections;
    reports.made = { ...reports.made, version: 2, sections: notes ? [notes] : [] };
    expect(await renew()).toMatchObject({ __typename: 'Report', definitionVersion: 2 });
    const { report } = await reports.data<{ report: object }>(
      `{ report(id: "${ID}") { definitionVersion leftOver { heading commentary { text } } } }`,
    );
    expect(report).toEqual({
      ...{ definitionVersion: 2, leftOver: [{ heading: 'Demand', commentary: { text: 'It rose to 99.' } }] },
    });
    expect(await renew('none')).toEqual({ __typename: 'ReportNotFound' });
  });
});
