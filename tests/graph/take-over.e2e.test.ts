import path from 'node:path';
import { toDay } from '../../domain/calendar/day';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { rehearseOn } from '../../scripts/take-over/rehearse-on';
import { takeOverOn } from '../../scripts/take-over/take-over-on';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';

const FILE = path.join(__dirname, '..', '..', 'demo', 'extracts', 'corporate-crm.csv');
const STREAMS = ['adults', 'childrens', 'corporate', 'schools'];

describe('an inherited system that is taken over', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    await product.load('corporate-crm', FILE);
  });
  afterAll(() => product.stop());

  const ask = async <Data>(role: string, query: string): Promise<Data> => {
    const { data, errors } = await product.ask(role, query);
    expect(errors).toBeUndefined();
    return data as Data;
  };
  const rows = <Row>(schema: string, sql: string) =>
    inTransaction(product.schemas.of(schema), IMPORT_SCOPE, (transaction) => transaction.query<Row>(sql));
  /** What happened in each quarter, by stream and stage. How things stand is told as at today afterwards. */
  const figures = async () => {
    const { measures } = await ask<{ measures: { rows: { received: number | null }[] } }>(
      'analyst',
      `{ measures(by: [STREAM, STAGE, FINANCIAL_YEAR, QUARTER]) { rows { stream stage financialYear quarter
         received escalated direct acknowledged answered answeredInTime upheld notUpheld closed } } }`,
    );
    return measures.rows.filter(({ received }) => (received ?? 0) > 0);
  };
  const openHeld = async (stream: string) =>
    (
      await rows<{ ended: boolean }>(
        stream,
        `select distinct on (complaint_id) ended or closed_on is not null or answered_on is not null as ended
         from "${stream}".stage order by complaint_id, number desc, received_on desc, id desc`,
      )
    ).filter(({ ended }) => !ended).length;
  const takeOver = () =>
    takeOverOn(
      {
        schemas: product.schemas,
        settings: product.settings,
        auditSigner: testAuditSigner,
        progress: () => undefined,
      },
      { source: 'corporate-crm', reason: 'It was switched off' },
    );
  const follow = () =>
    product.schemas
      .relay({
        onFailure: ({ error }) => {
          throw error;
        },
      })
      .drain();

  it('has every open complaint of each stream go on here, and counts what it counted', async () => {
    const before = await figures();
    expect(before.length).toBeGreaterThan(10);
    const open = await Promise.all(STREAMS.map(openHeld));
    const rehearsed = await rehearseOn(product, { source: 'corporate-crm', on: toDay('2024-06-02') });
    expect(rehearsed.inTheWay.map(({ code }) => code)).toEqual(['DAY_UNUSABLE']);
    const would = new Map(rehearsed.streams.map(({ stream, wouldGoOn }) => [stream, wouldGoOn]));
    expect(STREAMS.map((stream) => would.get(stream) ?? 0)).toEqual(open);
    const underVersions = rehearsed.streams.flatMap(({ versions }) => versions);
    expect(underVersions.reduce((sum, { complaints }) => sum + complaints, 0)).toBe(
      open.reduce((sum, each) => sum + each, 0),
    );
    expect(await rows('corporate', 'select from corporate.live_clock')).toEqual([]);
    expect(await rows('corporate', 'select from corporate.system_taken_over')).toEqual([]);
    const came = await takeOver();
    await follow();
    expect(came.on).toBe(TODAY);
    const went = new Map(came.streams.map(({ stream, takenOver }) => [stream, takenOver]));
    expect(STREAMS.map((stream) => went.get(stream) ?? 0)).toEqual(open);
    expect(open.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
    expect(came.streams.flatMap(({ left }) => left)).toEqual([]);
    expect(await figures()).toEqual(before);
  });

  it('is recorded up to today, and not between its last extract and the day on which it was taken over', async () => {
    const received = async (from: string, to: string) => {
      const { measures } = await ask<{
        measures: { partial: string[]; rows: { received: number | null }[] };
      }>(
        'analyst',
        `{ measures(by: [], where: { streams: [CORPORATE], from: "${from}", to: "${to}" }) { partial rows { received } } }`,
      );
      return [measures.rows[0]?.received, measures.partial];
    };
    expect(await received(TODAY, TODAY)).toEqual([0, []]);
    expect(await received('2024-05-01', '2024-05-31')).toEqual([null, []]);
    expect(await received('2024-05-01', TODAY)).toEqual([0, ['CORPORATE']]);
  });

  it('has no file loaded any more, and is listed with its day', async () => {
    await expect(product.load('corporate-crm', FILE)).rejects.toThrow('was taken over on 1 June 2024');
    expect(await ask('admin', '{ sources { name takenOverOn } }')).toMatchObject({
      sources: expect.arrayContaining([
        { name: 'corporate-crm', takenOverOn: TODAY },
        { name: 'adults', takenOverOn: null },
      ]),
    });
  });

  it('is taken over once', async () => {
    const again = await takeOver();
    const rehearsed = await rehearseOn(product, { source: 'corporate-crm' });
    expect([rehearsed.isBegun, rehearsed.inTheWay, rehearsed.on]).toEqual([true, [], TODAY]);
    expect(again.streams.filter(({ takenOver }) => takenOver > 0)).toEqual([]);
    expect(
      await rows('corporate', 'select count(*)::int as twice from corporate.timeline_entry where place > 1'),
    ).toEqual([{ twice: 0 }]);
  });
});
