import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';

/** More than are looked through by their days. */
const ACCOUNTS = 20_030;

/** Of the newest two, the last that are looked through by day and the first that are not, and the oldest two. */
const MIXED = [1, 2, 20_000, 20_001, ACCOUNTS - 1, ACCOUNTS];

describe('a search of more accounts than are looked through by their days', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([corporate]);
    await inTransaction(
      database.of('corporate'),
      { subject: 'import', role: 'import' },
      async ({ query }) => {
        await query(`insert into corporate.complaint (id, authority, version)
        select 'corporate-' || n, 'stockport', 1 from generate_series(1, ${ACCOUNTS}) n`);
        await query(`insert into corporate.stage
          (id, complaint_id, number, source, key, reference, received_on, ended, content_hash)
        select 's' || n, 'corporate-' || n, 1, 'corporate-crm', n::text, n::text, date '2021-10-01' - n / 9, false, ''
        from generate_series(1, ${ACCOUNTS}) n`);
        await query(`insert into corporate.account (stage_id, surname, summary)
        select 's' || n, 'Madeup' || case when n = any (array[${MIXED.join()}]) then ' Mixedname' else '' end,
          'common' from generate_series(1, ${ACCOUNTS}) n`);
      },
    );
    await database.owner.query('analyze corporate.account_words');
  }, 60_000);
  afterAll(() => database?.stop());

  const asOfficer = <Row>(sql: string, values: readonly unknown[] = []) =>
    inTransaction(
      database.of('corporate'),
      { subject: 'olu', role: 'officer', streams: ['corporate'] },
      ({ query }) => query<Row>(sql, [...values]),
    );
  interface Found {
    readonly stage_id: string;
    readonly received_on: string;
  }
  const search = (words: string, most: number, after: Found | null = null) =>
    asOfficer<Found>('select * from corporate.search_accounts($1, $2::date, $3, $4)', [
      ...[words, after?.received_on ?? null, after?.stage_id ?? null, most],
    ]);
  const ids = (rows: readonly Found[]) => rows.map(({ stage_id }) => stage_id);
  /** All of them, the newest first, then by their ids backwards: as they stand in the table. */
  const inOrder = async (among: readonly number[]) =>
    ids(
      await asOfficer<Found>(
        `select id as stage_id, received_on::text from corporate.stage where id = any ($1)
         order by received_on desc, id desc`,
        [among.map((n) => `s${n}`)],
      ),
    );

  it('finds each once, in order, on both sides', async () => {
    expect(ids(await search('mixedname', 50))).toEqual(await inOrder(MIXED));
    expect(ids(await search('mixedn common', 50))).toEqual(await inOrder(MIXED));
    expect(await search('nobody', 50)).toEqual([]);
  });

  it.each([1, 2, 3, 4])('gives them page by page, %i at a time', async (size) => {
    const read: Found[] = [];
    for (;;) {
      const page = await search('mixedname', size, read.at(-1) ?? null);
      read.push(...page);
      if (page.length < size) break;
    }
    expect(ids(read)).toEqual(await inOrder(MIXED));
  });

  it('gives no more than were asked for of a common word, and nothing to who is not cleared', async () => {
    expect(await search('common', 51)).toHaveLength(51);
    expect(await search('common', ACCOUNTS + 1)).toHaveLength(ACCOUNTS);
    expect(
      await inTransaction(
        database.of('corporate'),
        { subject: 'olu', role: 'officer', streams: ['schools'] },
        ({ query }) => query("select * from corporate.search_accounts('common', null, null, 10)"),
      ),
    ).toEqual([]);
  });
});
