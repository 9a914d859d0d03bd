// Serves a schema of PostgreSQL by PostGraphile and its aggregates plugin, on a free port that it tells its parent. Run by Node 22.
'use strict';
const { createServer } = require('node:http');
const { createRequire } = require('node:module');

const [installed, connectionString, schema] = process.argv.slice(2);
const from = createRequire(`${installed}/package.json`);
const { postgraphile } = from('postgraphile');
const { PostGraphileAmberPreset } = from('postgraphile/presets/amber');
const { makePgService } = from('postgraphile/adaptors/pg');
const { grafserv } = from('postgraphile/grafserv/node');
const { addPgTableCondition } = from('postgraphile/utils');
const { GraphQLString, GraphQLInt } = from('postgraphile/graphql');
const { TYPES } = from('postgraphile/@dataplan/pg');
const { PgAggregatesPreset } = from('@graphile/pg-aggregates');

/** A condition on a day, as its manual has conditions added: by itself it compares for equality alone. */
const condition = (name, codec, type, sqlOf) =>
  addPgTableCondition(
    { schemaName: schema, tableName: 'stage' },
    name,
    () => ({ type }),
    (value, { sql, sqlTableAlias, sqlValueWithCodec }) =>
      sqlOf(sql, sqlTableAlias, sqlValueWithCodec(value, codec)),
  );
const onDay = (name, sqlOf) => condition(name, TYPES.date, GraphQLString, sqlOf);

const CONDITIONS = [
  onDay('receivedFrom', (sql, stage, day) => sql`${stage}.received_on >= ${day}`),
  onDay('receivedTo', (sql, stage, day) => sql`${stage}.received_on <= ${day}`),
  onDay('answeredFrom', (sql, stage, day) => sql`${stage}.answered_on >= ${day}`),
  onDay('answeredTo', (sql, stage, day) => sql`${stage}.answered_on <= ${day}`),
  onDay(
    'openOn',
    (sql, stage, day) => sql`${stage}.received_on <= ${day} and not ${stage}.ended_without_day
    and coalesce(${stage}.ended_on > ${day}, true)`,
  ),
  onDay('dueBefore', (sql, stage, day) => sql`${stage}.due_on < ${day}`),
  condition('ofStage', TYPES.int, GraphQLInt, (sql, stage, number) => sql`${stage}.stage = ${number}`),
];

async function serve() {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset, PgAggregatesPreset],
    plugins: CONDITIONS,
    pgServices: [makePgService({ connectionString, schemas: [schema] })],
    grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  // Its parent is gone: nobody asks any more.
  process.on('disconnect', () => process.exit(0));
}

void serve();
