import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type Answers, servePages } from '../testing/serve-pages';
import { addFileNoting, ROW_COUNT } from './note-files';

let sent: Readable | null = null;
function addFiles(app: FastifyInstance): void {
  app.get('/lines.csv', (_, reply) =>
    reply
      .header('content-disposition', 'attachment; filename="By Month.csv"')
      .type('text/csv; charset=utf-8')
      .send('head\r\none\r\ntwo\r\n'),
  );
  app.get('/stream.csv', (_, reply) => {
    sent = Readable.from(['a', 'b']);
    return reply
      .header('content-disposition', 'attachment; filename="faults.csv"')
      .header(ROW_COUNT, 318)
      .type('text/csv; charset=utf-8')
      .send(sent);
  });
  app.get('/picture.svg', (_, reply) =>
    reply.header('content-disposition', 'attachment; filename="a.svg"').type('image/svg+xml').send('<svg/>'),
  );
  app.get('/day.ics', (_, reply) =>
    reply.header('content-disposition', 'attachment; filename="workshop.ics"').send('x'),
  );
  app.get('/page', (_, reply) => reply.send('page'));
}

let served: Awaited<ReturnType<typeof servePages>>;
const serve = async (answers: Answers = { NoteFile: { noteFile: true } }, session = {}) => {
  const add = (app: FastifyInstance, { gateway }: { gateway: Parameters<typeof addFileNoting>[1] }) => {
    addFileNoting(app, gateway);
    addFiles(app);
  };
  served = await servePages({ add, answers, session });
  return served;
};
afterEach(() => served?.stop());

describe('a file that is taken away', () => {
  it('is noted first: its name, what its address says of how it was narrowed, and its rows', async () => {
    const { get, asked } = await serve();
    const { body } = await get(
      '/lines.csv?streams=ADULTS&streams=SCHOOLS&asAt=2021-09-30&words=somebody&reference=ASC-1',
    );
    expect(body).toContain('two');
    await get('/stream.csv?code=X');
    await get('/picture.svg');
    expect(asked.map(({ variables }) => variables)).toEqual([
      { name: 'by-month.csv', filter: 'streams=ADULTS&streams=SCHOOLS&asAt=2021-09-30', rows: 2 },
      { name: 'faults.csv', filter: 'code=X', rows: 318 },
      { name: 'a.svg', filter: '', rows: null },
    ]);
  });

  it('is not given where it cannot be noted', async () => {
    const { get } = await serve({});
    for (const address of ['/lines.csv', '/stream.csv']) {
      const { statusCode, body, headers } = await get(address);
      expect([statusCode >= 500, body.includes('two'), headers['content-disposition']]).toEqual([
        true,
        false,
        undefined,
      ]);
    }
    expect(sent?.destroyed).toBe(true);
  });

  it('is none where a page is sent, or a day for a calendar; what partners take is kept elsewhere', async () => {
    const { get, asked } = await serve();
    await get('/page');
    await get('/day.ics');
    expect(asked).toEqual([]);
    await served.stop();
    await serve({}, { role: 'partner', partner: 'guests' });
    expect((await served.get('/lines.csv')).statusCode).toBe(200);
    expect(served.asked).toEqual([]);
  });
});
