import type { QueryRunner } from 'typeorm';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordedStageId } from '../live/stages-of-case';
import { keyOf } from '../live/testing';
import { complaintIdFor } from '../stages/ids';
import { CASE_WORD_TRIGGERS } from './case-words';
import { searchLiveCasesMigration } from './search-live-cases-migration';

const OFFICER = { subject: 'olu', role: 'officer', streams: ['corporate'] };
const MANAGER: Partial<Identity> = { subject: 'mark', role: 'manager', services: ['highways'], streams: [] };
const idOf = (number: number) => complaintIdFor(recordedStageId('corporate', keyOf(number), 1));
const ID = idOf(1);

let database: TestDatabase;
let part: ServedPart;
beforeAll(async () => {
  database = await testDatabase([corporate]);
  await database.owner.query(
    `insert into corporate.service_name (id, name, directorate) values ('highways', 'Highways', 'Place')`,
  );
  part = await servePart({
    ...{ subgraph: corporate, dataSource: database.of('corporate'), today: '2026-05-13' },
    person: OFFICER,
  });
  for (const number of [1, 2])
    await ask(`mutation { r: recordCorporateComplaint(key: "${keyOf(number)}", input: {
      receivedOn: "2026-05-11", serviceId: "highways", summary: "The bin was missed again."
      parties: [{ kind: COMPLAINANT, forename: "Wrongly", surname: "Madeup", telephone: "0000 111 222", address: "4 Nowhere Lane" }
        { kind: REPRESENTATIVE, surname: "Helper${number}", email: "helper@made.example", postcode: "ZZ1 1ZZ" }] }) { __typename } }`);
});
afterAll(async () => {
  await part?.stop();
  await database?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(query: string, as: Partial<Identity> = OFFICER): Promise<any> {
  const { data, errors } = await part.ask(query, as);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The complaints that are found, each once, with the stages. */
async function found(words: string, as: Partial<Identity> = OFFICER): Promise<string[]> {
  const { s } = await ask(
    `{ s: corporateAccountSearch(words: "${words}") { edges { node { stage complaint { id } } } } }`,
    as,
  );
  interface Edge {
    node: { stage: number; complaint: { id: string } };
  }
  const number = (id: string) => (id === ID ? 'first' : 'second');
  return s.edges.map(({ node }: Edge) => `${number(node.complaint.id)} ${node.stage}`).sort();
}
let last = 10;
let version = 1;
async function command(said: string, as: Partial<Identity> = OFFICER): Promise<void> {
  last += 1;
  const [name, given] = said.split('|');
  const { r } = await ask(
    `mutation { r: ${name}(key: "${keyOf(last)}", id: "${ID}", version: ${version} ${given}) {
      __typename ... on Refusal { code message } ... on CommandDone { version } } }`,
    as,
  );
  expect(r).toMatchObject({ __typename: 'CommandDone' });
  version = r.version;
}
const asLoads = <Row>(sql: string): Promise<Row[]> =>
  withSettings(database.of('corporate'), { subject: 'import', role: 'import' }, (runner) =>
    runner.query(sql),
  );

describe('the words that a live complaint is found by', () => {
  it.each([
    ['helper1', ['first 1']],
    ['madeup helper2', ['second 1']],
    ['bins zz11zz', ['first 1', 'second 1']],
    ['helper@made.example', ['first 1', 'second 1']],
    ['nowhere lane', ['first 1', 'second 1']],
    ['0000111222', ['first 1', 'second 1']],
    ['nobody', []],
  ])('are those of everybody in it, and of what was said: %s', async (words, stages) => {
    expect(await found(words)).toEqual(stages);
  });

  it('are those of its timeline, as soon as they are written, by whoever writes them', async () => {
    await command('noteCorporateComplaint|note: "Rang about the Gearbox."');
    await command('noteCorporateComplaint|note: "The lorry wants brakes."', MANAGER);
    expect(await found('gearboxes madeup')).toEqual(['first 1']);
    expect(await found('brake lorry helper1')).toEqual(['first 1']);
    const [{ role }] = await withSettings(database.of('corporate'), OFFICER_SCOPE, (runner) =>
      runner.query(`select current_setting('scope.role') as role`),
    );
    expect(role).toBe('officer');
  });

  it('follow a changed name, and forget the one that was wrong', async () => {
    await command(
      `changeCorporateParty|party: "${ID}/1/1", input: { kind: COMPLAINANT, surname: "Rightly", postcode: "YY2 2YY" }`,
    );
    expect(await found('rightly')).toEqual(['first 1']);
    expect(await found('yy22yy gearbox')).toEqual(['first 1']);
    expect(await found('wrongly helper1')).toEqual([]);
  });

  it('belong to the stage at which they were written, and people to all', async () => {
    await command('acknowledgeCorporateComplaint|on: "2026-05-12"');
    await command(
      'answerCorporateComplaint|on: "2026-05-12", outcome: NOT_UPHELD, summary: "Collected every week."',
    );
    await command('escalateCorporateComplaint|receivedOn: "2026-05-13", reason: "Still no tumbrel."');
    expect(await found('tumbrel')).toEqual(['first 2']);
    expect(await found('gearbox')).toEqual(['first 1']);
    expect(await found('rightly')).toEqual(['first 1', 'first 2']);
  });

  it('go with the words and the people', async () => {
    const kept = (of: string) =>
      `select count(*)::int as count from corporate.account_words where words @@ to_tsquery('simple', '${of}')`;
    await withSettings(
      database.of('corporate'),
      { subject: 'import', role: 'import' },
      async () => undefined,
    );
    const runner = database.owner.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      await runner.query(`select set_config('scope.role', 'admin', true)`);
      expect(await runner.query(kept('helper1'))).toEqual([{ count: 2 }]);
      await runner.query(`delete from corporate.case_party where complaint_id = '${ID}'`);
      await runner.query(`delete from corporate.timeline_words where complaint_id = '${ID}'`);
      expect(await runner.query(kept('helper1 | gearbox'))).toEqual([{ count: 0 }]);
      expect(await runner.query(kept('helper2'))).toEqual([{ count: 1 }]);
      expect(await runner.query(`select current_setting('scope.role') as role`)).toEqual([{ role: 'admin' }]);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('are kept by a trigger of each change, and of complaints that began before there were any', async () => {
    const triggers = await asLoads<{ name: string }>(
      `select tgrelid::regclass || ' ' || tgname as name from pg_trigger where tgname like 'words_after_%' order by 1`,
    );
    expect(triggers.map(({ name }) => name)).toEqual(
      CASE_WORD_TRIGGERS.map(({ table, on }) => `corporate.${table} words_after_${on}`).sort(),
    );
    const migration = new (searchLiveCasesMigration('corporate'))();
    await database.owner.transaction(({ queryRunner }) => migration.down(queryRunner as QueryRunner));
    await command('noteCorporateComplaint|note: "Nothing hears the xylophone."');
    expect(await found('xylophone')).toEqual([]);
    await database.owner.transaction(({ queryRunner }) => migration.up(queryRunner as QueryRunner));
    expect(await found('xylophone')).toEqual(['first 2']);
  });
});

const OFFICER_SCOPE = { subject: 'olu', role: 'officer', streams: 'corporate' };
