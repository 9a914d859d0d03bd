import Fastify from 'fastify';
import { csvOfTable } from '../../downloads/table-kinds';
import { periodOfPage } from '../../filters/period';
import { NotFound } from '../../server/not-found';
import { type DrawnFigures, seriesOf } from './drawn-figures';
import { drawnFile, fileHref, sendFile, tableFile } from './page-files';

const drawn: DrawnFigures = {
  ...{ id: 'by-theme', kind: 'bars', title: 'Received by theme', subtitle: 'Stages', subject: 'Stages' },
  ...{ unit: 'COUNT', isLastPartial: false, categoryHead: 'Theme', categories: [{ label: 'Delay' }] },
  series: [
    seriesOf(
      { name: 'Received', measure: 'RECEIVED', over: [4], filter: {} },
      (item) => item,
      () => ({}),
    ),
  ],
};
const table = { id: 'by-stage', title: 'By stage', heads: ['Stage', 'Open'], rows: [] };
const period = periodOfPage({ asAt: '2021-06-30', streams: ['ADULTS'] }, '2021-09-30');

describe('the files of a page', () => {
  const app = Fastify();
  app.get<{ Params: { file: string } }>('/:file', (request, reply) =>
    sendFile(reply, [drawnFile(drawn), tableFile(table)], {
      ...{ file: request.params.file, name: 'service-highways', period, council: 'A Council' },
    }),
  );
  app.setErrorHandler((error, _, reply) => reply.status(error instanceof NotFound ? 404 : 500).send());
  afterAll(() => app.close());

  it('are the table and the picture of what is drawn, named by page, day and the day as at which they stand', async () => {
    const csv = await app.inject('/by-theme.csv');
    expect(csv.body).toBe('\uFEFFTheme,Received\r\nDelay,4\r\n');
    expect(csv.headers['content-disposition']).toBe(
      'attachment; filename="service-highways-by-theme-2021-06-30-as-at-2021-06-30.csv"',
    );
    const svg = await app.inject('/by-theme.svg');
    expect(svg.headers['content-type']).toContain('image/svg+xml');
    expect(svg.body).toContain('</svg>');
    expect(svg.body).toMatch(/complaints records of A Council, as at 30 June 2021\..*Stream: Adult social</s);
  });

  it('are of drawn figures with a table of the page that table', () => {
    expect(csvOfTable(drawnFile({ ...drawn, table }).table())).toBe('\uFEFFStage,Open\r\n');
  });

  it.each([
    '/by-stage.svg',
    '/by-nothing.csv',
    '/by-nothing.xlsx',
    '/by-theme.pdf',
    '/by-theme',
    '/..%2Fby-theme.csv',
  ])('are not found as %s', async (url) => {
    expect((await app.inject(url)).statusCode).toBe(404);
  });

  it('have addresses below their page, under its filter', () => {
    const filter = { streams: ['ADULTS' as const], asAt: '2021-06-30' };
    expect(fileHref('/dashboard', 'by-theme.csv', filter)).toBe(
      '/dashboard/charts/by-theme.csv?streams=ADULTS&asAt=2021-06-30',
    );
    expect(fileHref('/services/x', 'by-theme.svg', {})).toBe('/services/x/charts/by-theme.svg');
  });
});
