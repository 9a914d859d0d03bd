import { aFrozenReport, aReport } from '../../documents/testing/a-report';
import { GatewayRefusal } from '../../gateway/refusal';
import { servePages } from '../../testing/serve-pages';
import { addReportDocuments } from './report-documents';

const ID = 'mid-year-progress.2021-22.Q2';

describe('a report to take away', () => {
  let site: Awaited<ReturnType<typeof servePages>>;
  const serve = async (answers: object) => {
    site = await servePages({
      add: (app, makers) => addReportDocuments(app, { ...makers, council: 'A Council' }),
      answers: { ...answers },
    });
  };
  afterEach(() => site.stop());

  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['md', 'text/markdown; charset=utf-8', '# Mid-year progress report 2021-22'],
  ])('is a file of its kind: %s', async (kind, type, begin) => {
    await serve({ ReportDocument: { report: aReport() } });
    const { statusCode, headers, rawPayload } = await site.get(`/reports/${ID}.${kind}`);
    expect([statusCode, headers['content-type']]).toEqual([200, type]);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="mid-year-progress-2021-22-q2-v1.${kind}"`,
    );
    expect(headers['x-row-count']).toBe('69');
    expect(rawPayload.subarray(0, begin.length).toString()).toBe(begin);
    expect(site.asked.at(-1)?.variables).toEqual({ id: ID, version: null, isPublic: false });
  });

  it('is the version that is asked for, and the one for the public', async () => {
    await serve({
      ReportDocument: ({ isPublic }: { isPublic: boolean }) => ({ report: { ...aFrozenReport(), isPublic } }),
    });
    const { headers, body } = await site.get(`/reports/${ID}.md?version=2&public=1`);
    expect(headers['content-disposition']).toContain('mid-year-progress-2021-22-q2-v2-public.md');
    expect(body).toContain('**Public version**');
    expect(body).toContain('frozen by ana on 14 October 2021');
    expect(site.asked.at(-1)?.variables).toEqual({ id: ID, version: 2, isPublic: true });
  });

  it.each([
    ['', false],
    ['?public=0', false],
    ['?public=1', true],
    ['?public=true', true],
    ['?public', true],
    ['?public=1&public=1', true],
    ['?public=0&public=0', true],
  ])('is never the whole one where the public one is asked for in any words: %p', async (query, isPublic) => {
    await serve({ ReportDocument: { report: aReport() } });
    await site.get(`/reports/${ID}.md${query}`);
    expect(site.asked.at(-1)?.variables).toMatchObject({ isPublic });
  });

  it.each(['0', '-1', 'two', '1.5', '', '1234567'])('is none for a version %p', async (version) => {
    await serve({ ReportDocument: { report: aReport() } });
    expect((await site.get(`/reports/${ID}.md?version=${version}`)).statusCode).toBe(404);
    expect(site.asked).toEqual([]);
  });

  it('is none where there is no such report, and of no other kind', async () => {
    await serve({ ReportDocument: { report: null } });
    expect((await site.get(`/reports/${ID}.pdf`)).statusCode).toBe(404);
    expect((await site.get(`/reports/${ID}.odt`)).statusCode).toBe(404);
  });

  it.each([
    ['FORBIDDEN', 403],
    ['UNAUTHENTICATED', 403],
    ['UNREACHABLE', 503],
  ])('is refused as pages are: %s', async (code, status) => {
    await serve({ ReportDocument: new GatewayRefusal(code, 'Refused') });
    const { statusCode, headers } = await site.get(`/reports/${ID}.pdf`);
    expect([statusCode, headers['content-disposition']]).toEqual([status, undefined]);
  });
});
