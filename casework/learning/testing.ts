import { toDay } from '../../domain/calendar/day';
import type { Outcome } from '../../domain/findings';
import type { Command } from '../../domain/procedure/command';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { withSettings } from '../../platform/testing/with-settings';
import { doCommand } from '../live/do-command';
import { recordCase } from '../live/record-case';
import { recordedStageId } from '../live/stages-of-case';
import { asPerson, keyOf, recorded } from '../live/testing';
import { complaintIdFor } from '../stages/ids';
import type { StreamSubgraph } from '../stream/create-stream';

export const OFFICER = { subject: 'olu', role: 'officer', streams: ['corporate'] };
export const MANAGER = { subject: 'mark', role: 'manager', services: ['highways'] };
/** Of a service that nobody complained about. */
export const OTHER_MANAGER = { subject: 'pat', role: 'manager', services: ['parks'] };
export const TODAY = '2026-06-15';

/** The id of the complaint that a key began. */
export const idOf = (key: number): string => complaintIdFor(recordedStageId('corporate', keyOf(key), 1));

let [database, part, stream]: [TestDatabase?, ServedPart?, StreamSubgraph?] = [];
const started = () => {
  if (!database || !part || !stream) throw new Error('Nothing is started.');
  return { database, part, stream };
};

/** Serves a stream with services, and with no complaint, before each test of a file. */
export function useStream(corporate: StreamSubgraph): void {
  beforeEach(async () => {
    stream = corporate;
    database = await testDatabase([corporate]);
    const served = { subgraph: corporate, dataSource: database.of('corporate'), today: TODAY };
    part = await servePart({ ...served, person: OFFICER });
    await database.owner.query(
      `insert into corporate.service_name values ('highways', 'Highways', 'Place'), ('parks', 'Parks', 'Place')`,
    );
  });
  afterEach(async () => {
    await part?.stop();
    await database?.stop();
  });
}

/** What somebody is answered; of what is refused the codes. */
// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
export async function ask(query: string, as: Partial<Identity> = OFFICER): Promise<any> {
  const { data, errors } = await started().part.ask(query, as);
  return errors ? { refused: errors.map(({ extensions }) => extensions?.code) } : data;
}

/** Rows as a role of the system reads them. */
export const sql = (text: string, as: Record<string, string> = { subject: 'loads', role: 'import' }) =>
  withSettings(started().database.of('corporate'), as, (runner) => runner.query(text));

export const login = () => started().database.of('corporate');
export const outbox = () => started().database.of('outbox_reader');

/** A complaint that was received, acknowledged and answered at version 3. */
export async function answered(
  key: number,
  {
    receivedOn = '2026-05-11',
    answeredOn = '2026-05-20',
    outcome = 'UPHELD' as Outcome,
    theme = 'Delay',
  } = {},
): Promise<void> {
  const on = toDay(receivedOn);
  await as((context) =>
    recordCase(context, {
      ...{ key: keyOf(key), command: recorded({ receivedOn: on, theme }), words: [], parties: [] },
    }),
  );
  await as((context) => doCommand(context, asked(key, 1, { event: 'acknowledge', on })));
  const answer = { event: 'answer', on: toDay(answeredOn), outcome, findings: [] } as const;
  const done = await as((context) => doCommand(context, asked(key, 2, answer)));
  if (done.__typename !== 'CommandDone') throw new Error(JSON.stringify(done));
}

const as = <Result>(work: Parameters<typeof asPerson<Result>>[2]) => {
  const { database: held, stream: of } = started();
  return asPerson({ stream: of, dataSource: held.of('corporate'), today: TODAY }, OFFICER, work);
};

const asked = (key: number, version: number, command: Exclude<Command, { readonly event: 'record' }>) => ({
  ...{ key: keyOf(key * 1_000 + version), id: idOf(key), version, command },
});

let used = 500_000;
/** A command in the graph, by the name of its mutation and what it takes besides key, id and version. */
export function mutation(name: string, more: string, { of = 1, version = 3, key = used++ } = {}): string {
  return `mutation { r: ${name}(key: "${keyOf(key)}", id: "${idOf(of)}", version: ${version}, ${more}) {
    __typename ... on CommandDone { version entry { place } } ... on Refusal { code }
    ... on CommandRefused { part } ... on CommandUnusable { unusable: part } } }`;
}
