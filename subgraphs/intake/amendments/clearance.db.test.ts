import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { type Caller, loadRows, type ServedIntake, serveIntake, takenRow, withSettings } from '../testing';
import type { JudgeRow } from './row-to-judge';

/** Of these rows the cell `Stream` says whose they are; everything else about them is right. */
const judge: JudgeRow = ({ raw, cells }) => ({
  kind: 'taken',
  held: { identity: 'another', lastUpdated: null, contentHash: 'corrected' },
  owner: { ...(raw as { Stream: string }), ...cells }.Stream,
  faults: [],
});

let database: TestDatabase;
let served: ServedIntake;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const broken = { line: 3, column: 'Ref', code: 'BROKEN', value: null, action: 'Noted.' };
  await loadRows(database.of('intake'), {
    source: 'system',
    rows: [
      takenRow({ identity: 'schools-1', keeper: 'schools' }),
      takenRow({ identity: 'twice', contentHash: 'first', line: 2, keeper: 'schools' }),
      takenRow({ identity: 'twice', contentHash: 'second', line: 5, keeper: 'schools' }),
      ...(['corporate', 'schools', null] as const).map((owner) => ({
        ...{ kind: 'quarantined' as const, line: 3, faults: [broken], owner },
        ...{ raw: { Ref: '', Stream: owner ?? '' }, contentHash: `of ${owner}` },
      })),
    ],
  });
  served = await serveIntake(database.of('intake'), { subject: 'cora', judge });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const ask = async <Data>(query: string, as: Partial<Caller> = {}): Promise<Data> => {
  const { data, errors } = await served.ask(query, { role: 'officer', streams: ['corporate'], ...as });
  expect(errors).toBeUndefined();
  return data as Data;
};
const idOf = async (owner: string | null) => {
  const [row] = await withSettings(database.of('intake'), { role: 'admin' }, (runner) =>
    runner.query('select id from intake.quarantined_row where owner is not distinct from $1', [owner]),
  );
  return row.id as string;
};
const correct = async (owner: string | null, to: string, as: Partial<Caller> = {}) => {
  const cells = `[{ column: "Stream", value: "${to}" }]`;
  const { done } = await ask<{ done: { code?: string; __typename: string } }>(
    `mutation { done: correctQuarantinedRow(id: "${await idOf(owner)}", cells: ${cells}, reason: "Read") {
       __typename ... on Refusal { code } } }`,
    as,
  );
  return done.code ?? done.__typename;
};

describe('an officer who is not cleared for a stream', () => {
  it('finds none of its rows to correct or dismiss, and none that tell no stream', async () => {
    expect([await correct('schools', 'schools'), await correct(null, 'corporate')]).toEqual([
      'ROW_NOT_FOUND',
      'ROW_NOT_FOUND',
    ]);
    const dismiss = `mutation { done: dismissQuarantinedRow(id: "${await idOf('schools')}", reason: "x") { ... on Refusal { code } } }`;
    expect(await ask(dismiss)).toEqual({ done: { code: 'ROW_NOT_FOUND' } });
  });

  it('corrects no row of their own into one of it', async () => {
    expect(await correct('corporate', 'schools')).toBe('OTHER_STREAM');
  });

  it('decides on none of its copies', async () => {
    const [copy] = await withSettings(database.of('intake'), { role: 'admin' }, (runner) =>
      runner.query(`select run_id || '-' || place as id from intake.fault where code = 'CONFLICTING_COPY'`),
    );
    const confirm = (as: Partial<Caller>) =>
      ask(
        `mutation { done: confirmCopy(fault: "${copy.id}", reason: "x") { __typename ... on Refusal { code } } }`,
        as,
      );
    expect(await confirm({})).toMatchObject({ done: { code: 'COPY_NOT_FOUND' } });
    expect(await confirm({ streams: ['schools'] })).toEqual({ done: { __typename: 'Amended' } });
  });

  it('sees no decision on it, and others do', async () => {
    expect(await correct('schools', 'schools', { streams: ['schools'] })).toBe('Amended');
    const LIST = '{ amendments { kind owner decidedBy } }';
    expect(await ask(LIST)).toEqual({ amendments: [] });
    const seen = await ask<{ amendments: { owner: string }[] }>(LIST, { streams: ['schools'] });
    expect(seen.amendments.map(({ owner }) => owner)).toEqual(['schools', 'schools']);
    expect(await ask(LIST, { role: 'admin', streams: [] })).toEqual(seen);
  });

  it('follows none of its values back', async () => {
    const LINEAGE = `{ _entities(representations: [{ __typename: "Lineage", source: "system", record: "schools-1" }]) {
      ... on Lineage { owner line cells { column } } } }`;
    expect(await ask(LINEAGE)).toEqual({ _entities: [{ owner: null, line: null, cells: null }] });
    expect(await ask(LINEAGE, { streams: ['schools'] })).toEqual({
      _entities: [{ owner: 'schools', line: 2, cells: [{ column: 'Ref' }] }],
    });
  });
});

describe('the database', () => {
  const insert = (
    settings: Record<string, string>,
    owner: string | null,
    by: string,
    { as = settings.role ?? '', cleared = (settings.streams ?? '').split(',') } = {},
  ) =>
    inTransaction(database.of('intake'), { subject: 'cora', role: '', ...settings }, (transaction) =>
      transaction.query(
        `insert into intake.amendment (id, kind, source, owner, reason, decided_by, decided_at, state,
           decided_as, cleared_for)
         values (nextval('intake.amendment_number'), 'dismiss', 'system', $1, 'x', $2, now(), 'done', $3, $4)`,
        [owner, by, as, cleared],
      ),
    );

  it.each([
    ['an officer for a stream not cleared for', { role: 'officer', streams: 'corporate' }, 'schools', 'cora'],
    ['an officer for a row of no stream', { role: 'officer', streams: 'corporate' }, null, 'cora'],
    ["an officer in another's name", { role: 'officer', streams: 'corporate' }, 'corporate', 'ada'],
    ['an analyst', { role: 'analyst', streams: 'corporate' }, 'corporate', 'cora'],
    ['a manager', { role: 'manager', streams: 'corporate' }, 'corporate', 'cora'],
    ['an import', { role: 'import' }, 'corporate', 'cora'],
    ['nobody', {}, 'corporate', 'cora'],
  ])('takes no decision of %s', async (_, settings: Record<string, string>, owner, by) => {
    await expect(insert(settings, owner, by)).rejects.toThrow('row-level security');
  });

  it.each([
    ['another role', { as: 'admin' }],
    ['a stream that they are not cleared for', { cleared: ['corporate', 'schools'] }],
  ])('takes no decision that claims %s', async (_, claimed) => {
    await expect(
      insert({ role: 'officer', streams: 'corporate' }, 'corporate', 'cora', claimed),
    ).rejects.toThrow('row-level security');
  });

  it('takes one of an officer for their own stream', async () => {
    await insert({ role: 'officer', streams: 'corporate' }, 'corporate', 'cora');
    const own = await withSettings(
      database.of('intake'),
      { subject: 'cora', role: 'officer', streams: 'corporate' },
      (runner) => runner.query('select owner from intake.amendment'),
    );
    expect(own).toEqual([{ owner: 'corporate' }]);
  });
});
