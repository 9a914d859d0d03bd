import { GatewayRefusal } from '../../../gateway/refusal';
import { servePages } from '../../../testing/serve-pages';
import { addBeforeReport } from './before-report';
import { beforeReportView } from './before-report-view';
import { coverageGaps, shortSources } from './gaps';
import { chosenPeriod } from './period';

const SOURCE = {
  source: 'corporate-crm',
  stream: 'CORPORATE' as const,
  from: '2019-04-01',
  to: '2021-12-31',
};
const REACH = { asAt: '2021-12-31', sources: [{ ...SOURCE, loadedAt: '2022-01-04T09:00:00Z' }] };
const CLEAN = {
  ...{ sources: [{ name: 'corporate-crm', title: 'the corporate system' }], faultCodes: [] },
  ...{ faults: [], words: [], rows: [], pairs: { totalCount: 0 } },
};
const tally = (parts: object) => ({
  ...{ source: 'corporate-crm', code: null, stream: 'CORPORATE', open: 1, settled: 0, oldestOpen: null },
  ...parts,
});
const DIRTY = {
  ...CLEAN,
  faults: [tally({ code: 'ANSWER_UNREADABLE', open: 2 }), tally({ code: 'UNKNOWN_SERVICE' })],
  words: [tally({ code: 'UNKNOWN_SERVICE', word: 'Parks' })],
  rows: [tally({ open: 3, settled: 1 }), tally({ stream: null })],
  pairs: { totalCount: 5 },
};
const line = (from: string, to: string | null, more: object = {}) => ({
  ...{
    stream: 'CORPORATE' as const,
    name: 'direct_to_stage_2',
    measure: 'DIRECT' as const,
    stage: 2,
    from,
    to,
  },
  granularity: 'DAY' as const,
  ...more,
});
const QUARTER = '/data-quality/before-report?financialYear=2021-22&upTo=Q2&only=quarter';

describe('what is still wrong before a report', () => {
  const serve = (answer: object, { coverage = [] as object[], role = 'officer' } = {}) =>
    servePages({
      add: addBeforeReport,
      answers: { Reach: { reach: REACH }, BeforeReport: answer, BeforeReportCoverage: { coverage } },
      session: { role },
    });

  it('does not say that nothing is wrong where nobody can say how far the records reach', async () => {
    const site = await servePages({
      add: addBeforeReport,
      answers: {
        ...{ Reach: new GatewayRefusal('TIMEOUT', 'slow'), BeforeReport: CLEAN },
        BeforeReportCoverage: { coverage: [] },
      },
      session: { role: 'officer' },
    });
    const { body, statusCode } = await site.get(QUARTER);
    expect(statusCode).toBe(200);
    expect(body).toContain('How far the records reach cannot be told right now');
    expect(body).not.toContain('data-wrong="0"');
    expect((await site.get(QUARTER.replace('before-report?', 'before-report.csv?'))).statusCode).toBe(503);
    await site.stop();
  });

  it('is one sentence for a clean quarter', async () => {
    const site = await serve(CLEAN);
    const { body } = await site.get(QUARTER);
    expect(body).toContain('Nothing is wrong with the records of this period');
    expect(body).not.toContain('data-part=');
    expect(body).toContain('July to September 2021 (Q2 2021-22)');
    expect(site.asked.find(({ operation }) => operation === 'BeforeReport')?.variables).toMatchObject({
      faults: { states: ['OPEN'], touchesFigures: true, aboutFrom: '2021-07-01', aboutTo: '2021-09-30' },
      pairs: { receivedFrom: '2021-07-01', receivedTo: '2021-09-30' },
    });
    await site.stop();
  });

  it('is listed for a dirty one, each leading to its place', async () => {
    const site = await serve(DIRTY, { coverage: [line('2021-08-01', null)] });
    const { body } = await site.get(QUARTER);
    const parts = [...body.matchAll(/data-part="(\w+)"/g)].map(([, part]) => part);
    expect(parts).toEqual(['rows', 'faults', 'words', 'pairs', 'coverage']);
    expect([...body.matchAll(/data-count="(\d+)"/g)].map(([, count]) => Number(count))).toEqual([
      4, 1, 2, 1, 5,
    ]);
    expect(body).toContain('may belong to any quarter that its import covers');
    const narrowed = 'aboutFrom=2021-07-01&amp;aboutTo=2021-09-30';
    expect(body).toContain(`source=corporate-crm&amp;stream=CORPORATE&amp;state=UNCOUNTED&amp;${narrowed}`);
    expect(body).toContain(`code=ANSWER_UNREADABLE&amp;stream=CORPORATE&amp;state=OPEN&amp;${narrowed}`);
    const file = await site.get(QUARTER.replace('?', '.csv?'));
    expect(file.body.split('\r\n')).toHaveLength(8);
    await site.stop();
  });

  it('leads admins to where a word gets its meaning, and is closed to others', async () => {
    const answer = DIRTY as never;
    const chosen = chosenPeriod({}, REACH);
    if (chosen === null) throw new Error('There is a period');
    const hrefOf = (role: string) =>
      beforeReportView({ chosen, reach: { ...REACH, isLost: false }, answer, coverage: [], role }).parts.find(
        ({ id }) => id === 'words',
      )?.items[0]?.href;
    expect(hrefOf('admin')).toBe('/administration/words?source=corporate-crm&word=Parks');
    expect(hrefOf('officer')).toContain('/data-quality/faults?');
    for (const role of ['analyst', 'manager', 'partner', 'auditor']) {
      const site = await serve(CLEAN, { role });
      expect((await site.get(QUARTER)).statusCode).toBe(403);
      await site.stop();
    }
  });

  it('is of the year up to a quarter, as the report is, unless the quarter alone is asked for', () => {
    expect(chosenPeriod({ financialYear: '2020-21', upTo: 'Q3' }, REACH)?.days).toEqual({
      ...{ from: '2020-04-01', to: '2020-12-31' },
    });
    expect(chosenPeriod({ financialYear: '2020-21', upTo: 'Q3', only: 'quarter' }, REACH)?.days.from).toBe(
      '2020-10-01',
    );
  });
});

describe('what was not recorded in a period', () => {
  const quarter = { from: '2021-07-01', to: '2021-09-30' };

  it.each([
    ['nothing where its lines cover it', [line('2021-04-01', '2021-08-15'), line('2021-08-16', null)], null],
    [
      'the day between two lines',
      [line('2021-08-17', null), line('2021-04-01', '2021-08-15')],
      '16 August 2021',
    ],
    ['its first days', [line('2021-08-01', null)], '1 July 2021'],
    ['its last days', [line('2021-04-01', '2021-09-29')], '30 September 2021'],
    ['all of it', [line('2019-04-01', '2020-03-31')], 'not recorded at all'],
    ['by whole years alone', [line('2021-04-01', null, { granularity: 'YEAR' })], 'whole years alone'],
  ])('is %s', (_, lines, says) => {
    expect(coverageGaps(lines, quarter)).toEqual(
      says === null ? [] : [{ stream: 'Corporate', says: expect.stringContaining(says) }],
    );
  });

  it('is nothing of a whole year that is recorded by whole years', () => {
    const year = { from: '2021-04-01', to: '2022-03-31' };
    expect(coverageGaps([line('2021-04-01', null, { granularity: 'YEAR' })], year)).toEqual([]);
  });

  it('is told of systems that end before it does', () => {
    const short = (to: string | null) =>
      shortSources({ sources: [{ ...SOURCE, to, loadedAt: null }] }, quarter, (name) => name);
    expect(short('2021-09-30')).toEqual([]);
    expect(short('2021-09-29')[0]?.says).toContain(
      'corporate-crm reaches 29 September 2021, and the period ends on',
    );
    expect(short(null)[0]?.says).toContain('nothing has been loaded');
  });

  it('is told of systems that begin after its first month', () => {
    const since = (from: string) =>
      shortSources({ sources: [{ ...SOURCE, from, loadedAt: null }] }, quarter, (name) => name);
    expect(since('2021-07-06')).toEqual([]);
    expect(since('2021-08-02')).toEqual([
      { stream: 'Corporate', says: expect.stringContaining('corporate-crm begins on 2 August 2021') },
    ]);
  });
});
