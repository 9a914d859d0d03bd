import { toDay } from '../../../../domain/calendar/day';
import { inTransaction } from '../../../../platform/transaction/transaction';
import { type TestReports, testReports } from './testing';

let reports: TestReports;
beforeAll(async () => {
  reports = await testReports();
  await done('openReport(definition: "progress", financialYear: "2021-22", upTo: Q2)');
});
afterAll(() => reports.stop());

const ID = 'progress.2021-22.Q2';
type Done = Record<string, unknown>;
const SHOWN = `__typename ... on Refusal { code } ... on Report { version state seen }
  ... on ReportIsFrozen { report { version versions { frozenBy } } }
  ... on ReportMoved { cells { id text } sections } ... on ChecksOpen { checks { kind } }
  ... on DefinitionChanged { from to added removed } ... on ReportPeriodNotOver { endsOn }`;
async function done(command: string, subject = 'olu'): Promise<Done> {
  const shown = SHOWN.split('\n').filter((line) => command.startsWith('freeze') || !line.includes('Moved'));
  const fields = command.startsWith('freeze')
    ? shown.join('\n')
    : '__typename ... on Report { version state }';
  return (await reports.data<{ done: Done }>(`mutation { done: ${command} { ${fields} } }`, { subject }))
    .done;
}
const report = async <Asked>(fields: string, version?: number) =>
  (
    await reports.data<{ report: Asked }>(
      `{ report(id: "${ID}"${version === undefined ? '' : `, version: ${version}`}) { ${fields} } }`,
    )
  ).report;
const seen = async () => (await report<{ seen: string }>('seen')).seen;
const write = (text: string, basedOnVersion: number) =>
  done(
    `writeReportCommentary(id: "${ID}", section: "demand", basedOnVersion: ${basedOnVersion}, text: "${text}")`,
  );
const freeze = (seenText: string, { version = 1, despite = '', by = 'olu', id = ID } = {}) =>
  done(
    `freezeReport(id: "${id}", version: ${version}, seen: "${seenText}"${despite && `, despite: "${despite}"`})`,
    by,
  );

describe('freezing a report', () => {
  it('is refused with the checks that are open, and without a reason that says something', async () => {
    expect(await freeze(await seen())).toEqual({
      ...{ __typename: 'ChecksOpen', code: 'CHECKS_OPEN', checks: [{ kind: 'COMMENTARY_MISSING' }] },
    });
    expect(await freeze(await seen(), { despite: '  ' })).toMatchObject({ __typename: 'ReasonUnusable' });
  });

  it('is refused when figures moved since, or somebody wrote, with the cells and sections', async () => {
    const before = await seen();
    reports.made = { ...reports.made, received: 56 };
    await write('It rose.', 0);
    expect(await freeze(before)).toEqual({
      ...{ __typename: 'ReportMoved', code: 'REPORT_MOVED', sections: ['demand'] },
      cells: [{ id: 't/received/so-far', text: '56' }],
    });
    expect(await report('state')).toEqual({ state: 'DRAFT' });
  });

  it('is refused when its definition changed, until the new one is taken over', async () => {
    const { sections } = reports.made;
    reports.made = {
      ...{ ...reports.made, version: 2 },
      sections: [{ key: 'volume', heading: 'Volume', prompt: null }, ...sections.slice(1)],
    };
    expect(await freeze(await seen())).toMatchObject({
      ...{ __typename: 'DefinitionChanged', from: 1, to: 2, added: ['Volume'], removed: ['Demand'] },
    });
    expect(await done(`renewReport(id: "${ID}")`)).toMatchObject({ __typename: 'Report' });
    expect(
      await report('definitionVersion sections { key } leftOver { heading commentary { text } }'),
    ).toEqual({
      ...{ definitionVersion: 2, sections: [{ key: 'volume' }, { key: 'notes' }] },
      leftOver: [{ heading: 'Demand', commentary: { text: 'It rose.' } }],
    });
    reports.made = { ...reports.made, version: 3, sections };
    await done(`renewReport(id: "${ID}")`);
  });

  it('is refused for a period that goes on, whatever the reason', async () => {
    await done('openReport(definition: "progress", financialYear: "2021-22", upTo: Q3)');
    const { other } = await reports.data<{ other: { seen: string } }>(
      '{ other: report(id: "progress.2021-22.Q3") { seen } }',
    );
    expect(await freeze(other.seen, { id: 'progress.2021-22.Q3', despite: 'Now' })).toMatchObject({
      ...{ __typename: 'ReportPeriodNotOver', endsOn: '2021-12-31' },
    });
  });

  it('asks for a reason where records end before, and waits for faults of its streams', async () => {
    await inTransaction(
      reports.database.of('insight'),
      { subject: 'projection', role: 'projection' },
      ({ query }) =>
        query(`insert into insight.open_fault values ('corporate', 3, 1, 1), ('schools', 7, 0, 1)`),
    );
    reports.made = { ...reports.made, partial: ['CORPORATE'] };
    expect(await report('checks { kind count streams isBlocking }')).toEqual({
      checks: [
        { kind: 'RECORDS_END_BEFORE', count: 1, streams: ['CORPORATE'], isBlocking: true },
        { kind: 'OPEN_FAULTS', count: 4, streams: ['CORPORATE'], isBlocking: true },
        { kind: 'FIGURES_MOVED', count: 1, streams: [], isBlocking: false },
        { kind: 'SMALL_NUMBERS', count: 1, streams: [], isBlocking: false },
      ].filter(({ kind }) => kind !== 'FIGURES_MOVED'),
    });
    reports.made = { ...reports.made, partial: [] };
  });

  it('freezes it, for one of two who do so at once, and the same again gives the frozen one', async () => {
    const sources = [
      {
        source: 'crm',
        stream: 'CORPORATE',
        from: toDay('2021-04-01'),
        to: toDay('2021-09-30'),
        loadedAt: null,
      },
    ];
    reports.made = { ...reports.made, sources };
    const text = await seen();
    const both = await Promise.all(
      ['olu', 'ada'].map((by) => freeze(text, { despite: 'Settled later', by })),
    );
    expect(both.filter(({ __typename }) => __typename === 'Report')).toHaveLength(1);
    expect(['ReportIsFrozen', 'ReportIsBeingChanged']).toContain(
      both.find(({ __typename }) => __typename !== 'Report')?.['__typename'],
    );
    const { versions } = await report<{ versions: { frozenBy: string }[] }>(
      'versions { frozenBy frozenDespite frozenAt state }',
    );
    expect(versions).toEqual([
      {
        ...{ frozenBy: expect.stringMatching(/olu|ada/), frozenDespite: 'Settled later', state: 'FROZEN' },
        frozenAt: expect.stringMatching(/^2021-10-15/),
      },
    ]);
    const by = versions[0]?.frozenBy ?? '';
    expect(await freeze(text, { despite: 'Settled later', by })).toMatchObject({
      __typename: 'Report',
      seen: text,
    });
    expect(await freeze(text, { by: 'mia' })).toMatchObject({ __typename: 'ReportIsFrozen' });
    reports.made = { ...reports.made, sources: [] };
    expect(await report('sources { source stream from to }')).toEqual({
      sources: [{ source: 'crm', stream: 'CORPORATE', from: '2021-04-01', to: '2021-09-30' }],
    });
    const { log } = await reports.data<{ log: { totalCount: number } }>(
      '{ log: insightAuditEntries(where: { actions: [REPORT_FREEZE] }) { totalCount } }',
      { subject: 'aud', role: 'auditor' },
    );
    expect(log.totalCount).toBe(1);
  });
});

describe('an officer past the resolvers', () => {
  it('freezes nothing in the name of somebody else', async () => {
    await done('openReport(definition: "progress", financialYear: "2020-21", upTo: Q2)');
    await expect(
      asOfficer(
        `update insight.report_version set frozen_by = 'ada', frozen_at = now(), seen = '', content = '{}', checks = '[]',
           snapshot = '' where report_id <> $1 and frozen_at is null`,
      ),
    ).rejects.toThrow('row-level security');
  });
});

const asOfficer = <Row>(sql: string) =>
  inTransaction(reports.database.of('insight'), { subject: 'olu', role: 'officer' }, ({ query }) =>
    query<Row>(sql, [ID]),
  );
