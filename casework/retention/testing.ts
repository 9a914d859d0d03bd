import type { HistoricStage } from '../../contracts/records/stage';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { recordHistory } from '../records/record-history';
import { removeHistory } from '../records/remove-history';
import { account, historicStage } from '../records/testing';
import { complaintIdFor, historicStageId } from '../stages/ids';
import type { StreamSubgraph } from '../stream/create-stream';

const source = 'childrens';
export const stageIdOf = (key: string) => historicStageId({ stream: source, source, key });
export const idOf = (reference: string) => complaintIdFor(stageIdOf(`${reference}/1`));
export const officer = (subject: string): Partial<Identity> => ({
  subject,
  role: 'officer',
  streams: [source],
});
export const ADMIN: Partial<Identity> = { subject: 'ada', role: 'admin' };
export const command = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A stage of a child of 15 whose complaint was closed in 2010; each place for people holds a word of its own. */
export const stage = (reference: string, more: Partial<HistoricStage> = {}) =>
  historicStage({
    ...{ reference, source, key: `${reference}/1`, caseKey: reference, ownKey: null },
    ...{ receivedOn: '2010-01-04', answeredOn: '2010-02-01', ended: true, outcome: 'UPHELD' },
    account: account({ name: 'Canaryname', email: 'canary@example.org', summary: 'Canarysummary' }),
    own: {
      ...{ childReference: 'Canarychild', childAgeBand: '15-17', childLookedAfter: 'false' },
      ...{ investigatingOfficer: 'Canaryofficer', independentPerson: null, panel: null, elements: null },
    },
    ...more,
  });

let database: TestDatabase;
let part: ServedPart;

/**
 * The children's stream with what `stages` says, asked without a gateway on 30 November 2026: anew before each test of a file, or
 * once for all.
 */
export function useStages(
  childrens: StreamSubgraph,
  stages: readonly HistoricStage[],
  { isOnce = false } = {},
): void {
  const [before, after] = isOnce ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    database = await testDatabase([childrens]);
    await record(childrens, stages);
    part = await servePart({
      ...{ subgraph: childrens, dataSource: database.of(source), today: '2026-11-30' },
      person: { subject: 'olu', role: 'officer' },
    });
  });
  after(async () => {
    await part?.stop();
    await database?.stop();
  });
}

export const record = (childrens: StreamSubgraph, stages: readonly HistoricStage[]) =>
  recordHistory(
    { dataSource: database.of(source), stream: childrens.stream, authority: 'stockport' },
    stages,
  );

export const takeBack = (childrens: StreamSubgraph, stages: readonly HistoricStage[]) =>
  inTransaction(database.of(source), IMPORT_SCOPE, (transaction) =>
    removeHistory(transaction, { stream: childrens.stream, authority: 'stockport' }, stages),
  );

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
export async function ask(query: string, as: Partial<Identity> = officer('olu')): Promise<any> {
  const { data, errors } = await part.ask(query, as);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : data;
}

const SAID = '__typename ... on Refusal { code } ... on RetentionUnusable { part }';

/** Decides about a complaint; to anonymise it, because it is due, where nothing else is said. */
export const decide = async (
  { id = idOf('A'), said = 'decision: ANONYMISE, cause: REVIEW', number = 1, reason = 'It is due' } = {},
  as: Partial<Identity> = officer('olu'),
) => {
  const answer = await ask(
    `mutation { done: decideChildrensRetention(command: "${command(number)}", id: "${id}", ${said}, reason: "${reason}") {
      ${SAID} ... on RetentionDecided { decision { id kind keepUntil decidedBy complaint { id } } } } }`,
    as,
  );
  return answer.done ?? answer;
};

export const hold = async (
  { id = `id: "${idOf('A')}",`, number = 7, reason = 'An inquiry' } = {},
  as: Partial<Identity> = officer('olu'),
) => {
  const answer = await ask(
    `mutation { done: putChildrensHold(command: "${command(number)}", ${id} reason: "${reason}") {
      ${SAID} ... on HoldSaved { hold { id putBy complaint { id } } } } }`,
    as,
  );
  return answer.done ?? answer;
};

export const lift = async (as: Partial<Identity> = officer('olu'), number = 7) => {
  const answer = await ask(
    `mutation { done: liftChildrensHold(id: "${command(number)}", reason: "It is over") {
      ${SAID} ... on HoldSaved { hold { liftedBy } } } }`,
    as,
  );
  return answer.done ?? answer;
};

/** All that a table holds, seen past every policy. */
export const rows = (sql: string): Promise<Record<string, unknown>[]> =>
  inScope({ subject: 'import', role: 'import' }, sql);

/** What the stream's login is told in this scope, by the database alone. */
export const inScope = (
  scope: Readonly<Record<string, string>>,
  sql: string,
): Promise<Record<string, unknown>[]> =>
  withSettings(database.of(source), scope, (runner) => runner.query(sql));

/** What the owner of the schema does. */
export const asOwner = (sql: string) => database.owner.query(sql);

export const audited = async (): Promise<string[]> =>
  (
    await withSettings(database.of(source), { subject: 'aud', role: 'auditor' }, (runner) =>
      runner.query('select actor, action from childrens.audit_entry order by id'),
    )
  ).map(({ actor, action }: Record<string, string>) => `${actor} ${action}`);
