import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIdentitySigner } from '../../identity/signer';
import { quotedLogin } from '../../postgres/names';
import type { RecordSet } from '../../records/record-set';
import { makeRecordView } from '../../records/record-view';
import { sendRecords } from '../../records/send-records';
import { badUserInput } from '../errors';
import type { OperationContext, Subgraph } from '../subgraph';

const fish = new EntitySchema<{ id: number; name: string }>({
  name: 'fish',
  columns: { id: { type: 'int', primary: true }, name: { type: 'text' } },
});

/** So many that nobody takes them at once; the one in which they end cannot be worked out. */
const waves: RecordSet = {
  ...{
    name: 'waves',
    part: 'pond',
    scope: 'facts',
    field: 'waves',
    filter: 'String',
    description: 'A wave.',
  },
  columns: [
    { name: 'id', type: 'text', description: 'Its number.' },
    { name: 'height', type: 'integer', description: 'The same.' },
  ],
};
const foamingWaves: RecordSet = {
  ...waves,
  columns: [{ name: 'foam', type: 'text', description: 'Cannot be told of all.' }],
};

class CreateFish1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table pond.fish (id int primary key, name text not null)');
    await runner.query(`grant select, insert on pond.fish to ${await quotedLogin(runner, 'pond')}`);
    await makeRecordView(
      runner,
      waves,
      `select rpad(place::text, 100, '~') as id, place as height, 1 / (250000 - place) as foam
       from (select generate_series(1, 300000) as place) as all_places`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pond.fish');
  }
}

type Resolver<Arguments> = (parent: unknown, given: Arguments, context: OperationContext) => unknown;

const caught: Resolver<object> = async (_, __, { transaction }) =>
  (await transaction.query<{ name: string }>('select name from pond.fish order by id')).map(
    ({ name }) => name,
  );
const scope: Resolver<object> = async (_, __, { transaction }) => {
  const [row] = await transaction.query(
    `select current_setting('scope.role') as role, current_setting('scope.streams') as streams, pg_current_xact_id_if_assigned() is null as reading, pg_backend_pid() as backend`,
  );
  return JSON.stringify(row);
};
const sleeps: Resolver<{ seconds: number }> = async (_, { seconds }, { transaction }) => {
  await transaction.query('select pg_sleep($1)', [seconds]);
  return 'awake';
};
const fails: Resolver<{ how: string }> = async (_, { how }, { transaction }) => {
  if (how === 'politely') throw badUserInput('`how` may not be politely.');
  await transaction.query(`select $1::int as "olu@example.org"`, [how]);
};
const named: Resolver<{ name: string }> = async (_, { name }, { transaction }) =>
  (await transaction.query('select id from pond.fish where name = any($1)', [[name]])).length;
const told: Resolver<{ name: string }> = async (_, given, { transaction }) =>
  (
    await transaction.query<{ name: string }>(`select $1::jsonb ->> 'name' as name`, [JSON.stringify(given)])
  )[0]?.name;
/** Fails while a statement of another field runs: being non-null, it ends the whole operation. */
const must: Resolver<object> = async () => {
  await wait(100);
  return null;
};
const release: Resolver<{ id: number; name: string; thenFail?: boolean }> = async (
  _,
  given,
  { transaction },
) => {
  await transaction.manager.getRepository(fish).save({ id: given.id, name: given.name });
  if (given.thenFail) throw new Error('The net tore');
  return given.name;
};

const sent: Resolver<{ upTo: number; foaming?: boolean }> = (_, { upTo, foaming }, { transaction }) =>
  sendRecords(transaction, {
    ...{ set: foaming ? foamingWaves : waves, writing: 'TABBED', today: '2021-10-15' },
    ...{ conditions: ['height <= $1::int'], values: [upTo] },
  });

/** A subgraph with a table of its own, that reads, writes, fails and takes its time as it is asked to. */
export const pond: Subgraph = {
  name: 'pond',
  tables: [fish],
  migrations: [CreateFish1700000000000],
  followers: [],
  operation: () => ({}),
  resolvers: { Query: { caught, scope, sleeps, fails, named, told, must, sent }, Mutation: { release } },
};

const SCHEMA = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query { caught: [String] scope: String sleeps(seconds: Float!): String fails(how: String!): String named(name: String!): Int told(name: String!): String must: String! sent(upTo: Int!, foaming: Boolean): Int }
type Mutation { release(id: Int!, name: String!, thenFail: Boolean): String }
`;

/** A schema directory that holds the pond's schema. */
export function pondSchema(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'pond-'));
  for (const folder of ['common', 'pond']) mkdirSync(path.join(directory, folder));
  writeFileSync(path.join(directory, 'pond', 'pond.graphql'), SCHEMA);
  return directory;
}

export const gatewayKeys = generateKeyPairSync('ed25519');

/** What a gateway with `privateKey` says of an officer who asks this of the pond. */
export const vouchFor = (
  subject: string,
  query: string,
  privateKey: KeyObject = gatewayKeys.privateKey,
): Promise<string> =>
  createIdentitySigner({ privateKey }).sign(
    {
      subject,
      role: 'officer',
      scopes: [],
      streams: ['corporate', 'schools'],
      services: [],
      partner: null,
    },
    { part: 'pond', query, variables: {}, operationName: null },
  );
