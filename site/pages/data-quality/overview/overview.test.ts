import { GatewayRefusal } from '../../../gateway/refusal';
import { servePages } from '../../../testing/serve-pages';
import { addQualityOverview } from './overview';
import { overviewView } from './overview-view';
import { ageRows, monthRows } from './times';

const tally = (parts: object) => ({
  ...{ source: null, code: null, stream: null, open: 3, settled: 2, oldestOpen: '2024-05-01' },
  ...parts,
});
const DAYS = [
  { day: '2024-06-01', open: 1, settled: 0 },
  { day: '2024-05-25', open: 2, settled: 1 },
  { day: '2024-05-24', open: 4, settled: 0 },
  { day: '2024-02-01', open: 8, settled: 1 },
  { day: null, open: 100, settled: 100 },
];
const ANSWER = {
  sources: [{ name: 'corporate-crm', title: 'the corporate system' }],
  faultCodes: [],
  faultsBySource: [tally({ source: 'corporate-crm' })],
  faultsByCode: [tally({ code: 'UNKNOWN_SERVICE' })],
  faultsByStream: [tally({ stream: 'ADULTS', settled: 0 }), tally({ open: 0, oldestOpen: null })],
  faultsByDay: DAYS,
  rowsBySource: [],
  rowsByCode: [],
  rowsByStream: [],
  rowsByDay: [],
};
const now = new Date('2024-06-01T12:00:00Z');
const hrefOf = (parameters: object) => JSON.stringify(parameters);

describe('the overview of what is wrong', () => {
  const REACHES = {
    ...{ source: 'corporate-crm', stream: 'CORPORATE', from: '2019-04-01', to: '2021-09-30' },
    loadedAt: '2021-10-04T09:00:00Z',
  };
  const LINE = {
    ...{ stream: 'CORPORATE', name: 'direct_to_stage_2', measure: 'DIRECT', stage: 2 },
    ...{ from: '2020-04-01', to: null, granularity: 'DAY' },
  };
  const serve = (role: string, more: object = {}) =>
    servePages({
      add: addQualityOverview,
      answers: {
        ...{ QualityOverview: ANSWER, BeforeReportCoverage: { coverage: [LINE] } },
        ...{ Reach: { reach: { asAt: '2021-09-30', sources: [REACHES] } }, ...more },
      },
      session: { role },
    });

  it('leads from each number to its list', async () => {
    const site = await serve('officer');
    const { body } = await site.get('/data-quality');
    expect(body).toContain('No rows wait');
    expect(body).toContain('3 faults wait');
    expect(body).toContain('href="/data-quality/faults?source=corporate-crm&amp;state=OPEN"');
    expect(body).toContain('href="/data-quality/faults?code=UNKNOWN_SERVICE&amp;state=SETTLED"');
    await site.stop();
  });

  it('tells how far the records reach and what was recorded, and stands where nobody can say', async () => {
    const site = await serve('officer');
    const { body } = await site.get('/data-quality');
    expect(body).toContain('1 April 2019 to 30 September 2021');
    expect(body).toMatch(/Direct to stage 2[\s\S]*Since 1 April 2020/);
    await site.stop();
    const down = new GatewayRefusal('TIMEOUT', 'slow');
    const lost = await serve('officer', { Reach: down, BeforeReportCoverage: down });
    const page = await lost.get('/data-quality');
    expect([page.statusCode, page.body.match(/cannot be told right now/g)?.length]).toEqual([200, 2]);
    await lost.stop();
  });

  it('is a manager’s own list, and closed to others', async () => {
    const site = await serve('manager');
    const { statusCode, headers } = await site.get('/data-quality');
    expect([statusCode, headers.location]).toEqual([303, '/data-quality/faults?state=OPEN']);
    await site.stop();
    for (const role of ['analyst', 'partner', 'auditor']) {
      const closed = await serve(role);
      expect((await closed.get('/data-quality')).statusCode).toBe(403);
      await closed.stop();
    }
  });

  it('leads nowhere from what no list can be narrowed to', () => {
    const [, faults] = overviewView(ANSWER as never, now).kinds;
    expect(faults?.tables[2]?.rows).toMatchObject([
      { name: 'Adult social care', openHref: expect.stringContaining('stream=ADULTS') },
      { name: 'None, or not told', openHref: null, oldest: '' },
    ]);
  });

  it('tells ages by days that are in one of them alone', () => {
    const ages = ageRows(DAYS, { now, hrefOf });
    expect(ages.map(({ open }) => open)).toEqual([3, 4, 0, 8]);
    expect(ages.map(({ href }) => JSON.parse(href))).toEqual([
      { state: 'OPEN', from: '2024-05-25', to: null },
      { state: 'OPEN', from: '2024-05-02', to: '2024-05-24' },
      { state: 'OPEN', from: '2024-03-03', to: '2024-05-01' },
      { state: 'OPEN', from: null, to: '2024-03-02' },
    ]);
  });

  it('tells months in their order, each between its days', () => {
    const months = monthRows(DAYS, { hrefOf });
    expect(months.map(({ name, open, settled }) => [name, open, settled])).toEqual([
      ['February 2024', 8, 1],
      ['May 2024', 6, 1],
      ['June 2024', 1, 0],
    ]);
    expect(JSON.parse(months[0]?.openHref ?? '')).toEqual({
      state: 'OPEN',
      from: '2024-02-01',
      to: '2024-02-29',
    });
  });
});
