import { GatewayRefusal } from '../../../gateway/refusal';
import { servePages } from '../../../testing/serve-pages';
import { addQuarantine } from './quarantine';
import { ROW_HEADS, rowCells } from './quarantine-view';
import { addQuarantinedRow } from './row';
import { rowView } from './row-view';

const REASON = { column: 'Date Received', code: 'RECEIVED_UNREADABLE', value: '<soon>', action: 'Kept.' };
const NODE = {
  ...{ id: 'row-1', source: 'corporate-crm', stream: 'CORPORATE' as const, file: 'a.csv', line: 7 },
  ...{ firstMetAt: '2024-05-30T09:00:00Z', state: 'OPEN' as const, reasons: [REASON] },
};
const ROW = {
  ...NODE,
  cells: [
    { column: 'Case Ref', value: '100200300' },
    { column: 'Date Received', value: '<soon>' },
  ],
  amendments: [],
};
const SOURCES = [{ name: 'corporate-crm', title: 'the corporate system' }];
const pageOf = (nodes: readonly object[], totalCount: number, endCursor: string | null = null) => ({
  quarantinedRows: {
    totalCount,
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: endCursor !== null, endCursor },
  },
});
const ANSWERS = {
  QualityNames: { sources: SOURCES, faultCodes: [{ code: 'RECEIVED_UNREADABLE', source: 'a', action: '' }] },
  QuarantineList: pageOf([NODE], 51, 'next'),
  QuarantinedRowPage: { quarantinedRow: ROW, sources: SOURCES },
};

let site: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: object = {}, role = 'officer', add = addQuarantine) => {
  const session = { role, subject: 'olu' };
  site = await servePages({ add, answers: { ...ANSWERS, ...answers }, session });
};
afterEach(() => site.stop());

describe('the list of quarantined rows', () => {
  it('tells of each row what is wrong, where and since when, and leads to it and on', async () => {
    await serve();
    const { statusCode, body } = await site.get('/data-quality/quarantine?state=OPEN&stream=CORPORATE');
    expect(statusCode).toBe(200);
    expect(body).toContain('<a class="govuk-link" href="/data-quality/quarantine/row-1">a.csv, line 7</a>');
    expect(body).toContain('The day of receipt cannot be read');
    expect(body).toContain('The corporate system');
    expect(body).toMatch(/30 May 2024, 10:00.*2 days/);
    expect(body).toContain('1 to 1 of 51');
    expect(body).toContain('state=OPEN&amp;after=next&amp;page=2');
    expect(site.asked.at(-1)?.variables).toMatchObject({
      where: { states: ['OPEN'], streams: ['CORPORATE'] },
    });
    expect(body).not.toContain('soon');
  });

  it('is taken away whole, step by step, and refused where it is too long', async () => {
    const steps = (variables: { after: string | null }) =>
      variables.after === null ? pageOf([NODE], 2, 'next') : pageOf([{ ...NODE, id: 'row-2' }], 2);
    await serve({ QuarantineList: steps });
    const { body, headers } = await site.get('/data-quality/quarantine.csv?state=OPEN');
    expect(headers['content-disposition']).toBe('attachment; filename="quarantined-rows.csv"');
    expect(body.split('\r\n')).toEqual([
      `\uFEFF${ROW_HEADS.join(',')}`,
      expect.stringMatching(/^row-1,corporate-crm,Corporate,a.csv,7,/),
      expect.stringMatching(/^row-2,/),
      '',
    ]);
    expect(rowCells({ ...NODE, stream: null })[2]).toBeNull();
    await site.stop();
    await serve({ QuarantineList: pageOf([NODE], 20_001, 'next') });
    expect((await site.get('/data-quality/quarantine.csv')).statusCode).toBe(422);
  });

  it('begins anew where its place is no longer one, and says what makes no sense', async () => {
    const answer = ({ after }: { after: string | null }) => {
      if (after !== null) throw new GatewayRefusal('BAD_USER_INPUT', 'no cursor');
      return pageOf([], 0);
    };
    await serve({ QuarantineList: answer });
    const { body } = await site.get('/data-quality/quarantine?after=old&page=3&state=LOST');
    expect(body).toContain('State: choose one from the list.');
    expect(body).toContain('No row is in quarantine.');
  });

  it.each(['analyst', 'manager', 'partner', 'auditor'])('is closed to the role %s', async (role) => {
    await serve({}, role);
    for (const path of [
      '/data-quality/quarantine',
      '/data-quality/quarantine.csv',
      '/data-quality/quarantine/row-1',
    ])
      expect((await site.get(path)).statusCode).toBe(403);
    expect((await site.post('/data-quality/quarantine/row-1', {})).statusCode).toBe(403);
    expect(site.asked).toEqual([]);
  });
});

const TYPED = { 'cell-0': '100200300', 'cell-1': '04/05/2021', reason: 'The letter', decision: 'correct' };
const URL_OF_ROW = '/data-quality/quarantine/row-1';

describe('a quarantined row', () => {
  it('is shown as it came beside what it should read, escaped', async () => {
    await serve({}, 'admin', addQuarantinedRow);
    const { body } = await site.get(URL_OF_ROW);
    expect(body).toContain('&lt;soon&gt;');
    expect(body).toContain('value="&lt;soon&gt;"');
    expect(body.indexOf('cell-1-came')).toBeLessThan(body.indexOf('cell-0-came'));
    expect(body).toContain('that you read it is recorded');
  });

  it('is corrected once, and says where its record is', async () => {
    await serve({ CorrectQuarantinedRow: { decided: { __typename: 'Amended' } } });
    const { statusCode, headers } = await site.post(URL_OF_ROW, TYPED);
    expect([statusCode, headers.location]).toEqual([
      303,
      '/data-quality/quarantine/row-1?done=correct&reference=100200300',
    ]);
    expect(site.asked.at(-1)).toEqual({
      operation: 'CorrectQuarantinedRow',
      variables: {
        ...{ id: 'row-1', reason: 'The letter', acceptFaults: [] },
        cells: [{ column: 'Date Received', value: '04/05/2021' }],
      },
    });
    await site.stop();
    await serve({
      QuarantinedRowPage: { quarantinedRow: { ...ROW, state: 'CORRECTING' }, sources: SOURCES },
    });
    const { body } = await site.get(headers.location ?? '');
    expect(body).toContain('counted within moments');
    expect(body).toContain('<a class="govuk-link" href="/search?reference=100200300">100200300</a>');
  });

  it('is refused beside its cell and at the top, with what was typed', async () => {
    await serve({
      CorrectQuarantinedRow: {
        decided: { __typename: 'StillQuarantined', code: 'C', message: 'm', faults: [REASON] },
      },
    });
    const { statusCode, body } = await site.post(URL_OF_ROW, { ...TYPED, 'cell-1': '31/02/2021' });
    expect(statusCode).toBe(400);
    expect(body).toContain('<a href="#cell-1">Date Received: The day of receipt cannot be read.');
    expect(body).toContain('id="cell-1-error-1"');
    expect(body).toContain('value="31/02/2021"');
    expect(body).toMatch(/The letter<\/textarea>/);
  });

  it('offers to accept faults that would remain', async () => {
    const faults = [{ ...REASON, code: 'UNKNOWN_SERVICE', column: null }];
    await serve({ CorrectQuarantinedRow: { decided: { __typename: 'FaultsRemain', faults } } });
    const { body } = await site.post(URL_OF_ROW, TYPED);
    expect(body).toContain('name="acceptFaults" value="UNKNOWN_SERVICE"');
  });

  it('says who was first, and keeps what the second typed', async () => {
    const decided = {
      kind: 'DISMISS',
      decidedBy: 'cora',
      decidedAt: '2024-06-01T09:00:00Z',
      reason: 'A test',
    };
    await serve({
      QuarantinedRowPage: { quarantinedRow: { ...ROW, state: 'DISMISSED' }, sources: SOURCES },
      CorrectQuarantinedRow: { decided: { __typename: 'AmendedAlready', decided } },
    });
    const { statusCode, body } = await site.post(URL_OF_ROW, TYPED);
    expect([statusCode, body.includes('value="04/05/2021"')]).toEqual([400, true]);
    expect(body).toContain('cora dismissed it on 1 Jun 2024, 10:00');
  });

  it('is dismissed and reopened with a reason', async () => {
    await serve({
      DismissQuarantinedRow: { decided: { __typename: 'Amended' } },
      ReopenQuarantinedRow: { decided: { __typename: 'ReasonUnusable', message: 'Say why.' } },
    });
    expect((await site.post(URL_OF_ROW, { ...TYPED, decision: 'dismiss' })).headers.location).toContain(
      'done=dismiss',
    );
    const refused = await site.post(URL_OF_ROW, { decision: 'reopen' });
    expect([refused.statusCode, refused.body.includes('<a href="#reason">Say why.</a>')]).toEqual([
      400,
      true,
    ]);
    await site.stop();
    await serve({ QuarantinedRowPage: { quarantinedRow: { ...ROW, state: 'DISMISSED' }, sources: SOURCES } });
    expect((await site.get(`${URL_OF_ROW}?done=dismiss`)).body).toContain('Reopen the row');
  });

  it('is not found where one may not see it, and not decided on by a form of another site', async () => {
    await serve({ QuarantinedRowPage: { quarantinedRow: null, sources: [] } });
    expect((await site.get(URL_OF_ROW)).statusCode).toBe(404);
    expect((await site.post(URL_OF_ROW, TYPED, 'of-somebody-else')).statusCode).toBe(403);
  });

  it('says nothing was just done where the row is otherwise by now', () => {
    const shown = {
      given: { row: { ...ROW, state: 'OPEN' as const }, sources: null },
      typed: null,
      refused: null,
    };
    for (const done of ['correct', 'dismiss', 'toString', ['correct'], undefined])
      expect(rowView({ ...shown, done, reference: 'x' })).toMatchObject({ done: null, record: null });
    const corrected = { ...shown, given: { row: { ...ROW, state: 'CORRECTED' as const }, sources: null } };
    expect(rowView({ ...corrected, done: 'correct', reference: ['x'] })).toMatchObject({
      ...{ done: 'The row is corrected, and counted.', record: { reference: '100200300' } },
    });
  });
});
