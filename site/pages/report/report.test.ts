import { GatewayRefusal } from '../../gateway/refusal';
import { servePages } from '../../testing/serve-pages';
import { addReport } from './report';

const REACH = {
  reach: {
    asAt: '2021-09-30',
    sources: [
      {
        ...{ source: 'corporate-crm', stream: 'CORPORATE', from: '2019-04-01', to: '2021-09-30' },
        loadedAt: '2021-10-01T09:00:00Z',
      },
    ],
  },
  ...{ themes: { rows: [] }, services: [], channels: [] },
};
const REPORT = {
  periodReport: {
    ...{ asAt: '2021-09-30', partial: ['ADULTS'] },
    tables: [
      {
        ...{ key: 'corporate', title: 'Corporate', columns: ['2019-20', '2021-22 Q2'] },
        rows: [
          { label: 'Stage 1 received', values: [178, 67] },
          { label: 'Escalated <stage 1> to stage 2', values: [null, 0] },
        ],
      },
    ],
  },
};

describe('the page of the report', () => {
  let site: Awaited<ReturnType<typeof servePages>>;
  const serve = async (answers: object) => {
    site = await servePages({ add: addReport, answers: { Reach: REACH, ...answers } });
  };
  afterEach(() => site.stop());

  it('shows its tables, and a dash that is told to be no nought where nothing was recorded', async () => {
    await serve({ ProgressReport: REPORT });
    const { statusCode, body } = await site.get('/reports/mid-year?financialYear=2021-22&upTo=Q2');
    expect(statusCode).toBe(200);
    expect(body).toContain('<h1 class="govuk-heading-l title__words">Mid-year report 2021-22</h1>');
    expect(body).toContain('as at 30 September 2021');
    expect(body).toContain('The records of Adult social care end within this period');
    expect([...body.matchAll(/data-value="([^"]*)"/g)].map(([, value]) => value)).toEqual([
      '178',
      '67',
      '',
      '0',
    ]);
    expect(body).toContain('It is not 0.');
    expect(body).toContain('1 April 2019 to 30 September 2021, loaded 1 October 2021');
    expect(body).toContain('Escalated &lt;stage 1&gt; to stage 2');
    expect(site.asked.at(-1)?.variables).toEqual({ financialYear: '2021-22', upTo: 'Q2' });
  });

  it('gives the table away of the report that was chosen, and no other file', async () => {
    await serve({ ProgressReport: REPORT });
    const { body } = await site.get('/reports/mid-year?financialYear=2019-20&upTo=Q3');
    const href = /href="([^"]+\.csv[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const file = await site.get(href);
    expect(file.headers['content-disposition']).toBe('attachment; filename="corporate-2019-20-Q3.csv"');
    expect(file.body).toContain('Stage 1 received,178,67\r\n');
    expect(site.asked.at(-1)?.variables).toEqual({ financialYear: '2019-20', upTo: 'Q3' });
    expect((await site.get('/reports/mid-year/adults.csv')).statusCode).toBe(404);
  });

  it('says what can be chosen where the address makes no sense', async () => {
    await serve({ ProgressReport: REPORT });
    const { statusCode, body } = await site.get('/reports/mid-year?financialYear=1066&upTo=Q9');
    expect(statusCode).toBe(200);
    expect(body).toContain('Financial year: the records speak of 2021-22, 2020-21, 2019-20.');
  });

  it('is told to be missing where the figures do not come, and closed to a role that has none', async () => {
    await serve({ ProgressReport: new GatewayRefusal('TIMEOUT', 'slow') });
    expect((await site.get('/reports/mid-year')).statusCode).toBe(503);
    await site.stop();
    await serve({ ProgressReport: new GatewayRefusal('FORBIDDEN', 'no') });
    expect((await site.get('/reports/mid-year')).statusCode).toBe(403);
  });
});
