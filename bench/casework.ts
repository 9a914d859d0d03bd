import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { createLogger } from '../platform/logging/logger';
import { startRelay } from '../scripts/product/open-product';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { LISTS, measurePages, type Pages as PagesAsked } from './casework/lists';
import { madeUpId, makeUpLiveCases } from './casework/live-cases';
import { grouped, median, timed } from './figures';
import { describeMachine, load } from './machine';
import { type BenchDatabase, openBench, removeDirectory } from './open-bench';
import { benchPath, settingsOf } from './place';
import { keepReport, type Table, tell } from './report';

export interface CaseworkBench {
  /** Live complaints, one size after the other in the same database. */
  readonly sizes: readonly number[];
  readonly runs: number;
}

const OFFICERS = 50;
const COMMANDS_OF_EACH = 20;
const CHANGES = 200;
const POLL_MILLIS = 5;
const GIVE_UP_MILLIS = 10_000;

/** Made once: a token is kept for each, and signing one takes longer than many a question. */
const officers = Array.from({ length: OFFICERS }, (_, place) => ({
  ...{ subject: `officer-${place}`, role: 'officer', streams: ['corporate'] },
  ...{ services: [], partner: null },
}));
type Officer = (typeof officers)[number];
const officer = (place: number): Officer => officers[place % OFFICERS] ?? noOfficer();
const noOfficer = (): never => {
  throw new Error('There is no such officer');
};

const COMPLAINT = `query ($id: ID!) { corporateComplaint(id: $id) { id reference status receivedOn dueOn overdue
  deadlines { name dueOn originalDueOn isInTime steps { kind on text source { law paragraph } } }
  stages { stage receivedOn dueOn answeredOn } accounts { stage summary }
  casework { version state waitsFor assignedTo nextLimit nextDueOn permitted { event isOpenToCaller }
    parties { kind surname } timeline(first: 50) { edges { node { place event text by at words { part words } } } } } } }`;

const NOTE = `mutation ($key: ID!, $id: ID!, $version: Int!, $note: String!) {
  noteCorporateComplaint(key: $key, id: $id, version: $version, note: $note) {
    __typename ... on Refusal { code message } } }`;

const RECORD = `mutation ($key: ID!, $input: RecordComplaintInput!) { recordCorporateComplaint(key: $key, input: $input) {
  __typename ... on Refusal { code message } } }`;

const RECEIVED = `{ measures(by: [], where: { streams: [CORPORATE] }) { rows { received } } }`;

/** The least SQL that reads the same rows as the questions do. */
const BARE = {
  complaint: `select (select jsonb_agg(entry) from corporate.timeline_entry entry where entry.complaint_id = $1),
    (select jsonb_agg(one) from corporate.stage one where one.complaint_id = $1), clock.stages, held.*
    from corporate.live_case held join corporate.live_clock clock using (complaint_id) where held.complaint_id = $1`,
  page: `select * from corporate.live_case where assigned_to = $1 and not is_ended order by next_due_on, complaint_id limit 50`,
} as const;

interface Pages extends PagesAsked {
  readonly bare: number;
}

interface Measured {
  readonly size: number;
  readonly complaint: { readonly asked: number; readonly bare: number };
  readonly pages: Pages;
  readonly commandsASecond: number;
  readonly bareASecond: number;
  readonly follows: readonly number[];
  readonly load: string;
}

/** Live complaints: one with everything on it, pages of worklists, fifty officers at once, and how soon figures follow. */
export async function benchCasework({ sizes, runs }: CaseworkBench): Promise<void> {
  const directory = benchPath('casework');
  removeDirectory(directory);
  const database = await openBench(directory);
  const product = await runProduct(settingsOf(directory));
  const measured: Measured[] = [];
  try {
    for (const size of [...sizes].sort((a, b) => a - b)) {
      await makeUpLiveCases(database.client, (measured.at(-1)?.size ?? 0) + 1, size);
      measured.push(await measure({ product, database }, size, runs));
      keep(measured, database.version);
    }
  } finally {
    await product.stop();
    await product.database.stop();
    await database.stop();
    removeDirectory(directory);
  }
}

interface On {
  readonly product: RunningProduct;
  readonly database: BenchDatabase;
}

async function measure({ product, database: { client } }: On, size: number, runs: number): Promise<Measured> {
  tell(`Asking about ${grouped(size)} live complaints…`);
  const at = (run: number) => 1 + ((run * 7_919) % size);
  const ask = (query: string, variables: object) => asked(product, officer(1), query, variables);
  const complaint = {
    asked: await medianOf(runs, (run) => ask(COMPLAINT, { id: madeUpId(at(run)) })),
    bare: await medianOf(runs, (run) => client.query(BARE.complaint, [madeUpId(at(run))])),
  };
  const bare = await medianOf(runs, () => client.query(BARE.page, ['officer-1']));
  const pages = { ...(await measurePages(ask, (work) => medianOf(runs, work))), bare };
  tell('Fifty officers at once…');
  const commandsASecond = await commandsOf(product, size);
  const bareASecond = await bareCommands(client);
  tell('Waiting for figures to follow…');
  const follows = await followed(product);
  return { size, complaint, pages, commandsASecond, bareASecond, follows, load: load() };
}

async function medianOf(runs: number, work: (run: number) => Promise<unknown>): Promise<number> {
  const millis: number[] = [];
  for (let run = 0; run < runs + 3; run += 1) millis.push((await timed(() => work(run))).millis);
  return median(millis.slice(3));
}

/** Throws where anything is refused: what is measured has to be done. */
async function asked(
  product: RunningProduct,
  as: Officer,
  query: string,
  variables: object,
): Promise<object> {
  const { data, errors } = await product.ask<Record<string, { __typename?: string; code?: string } | null>>(
    as,
    query,
    variables,
  );
  const [answer] = Object.values(data ?? {});
  if (errors !== undefined || !answer || answer.code !== undefined)
    throw new Error(`Nothing was measured: ${JSON.stringify(errors ?? answer).slice(0, 300)}`);
  return answer;
}

let rounds = 0;

/** Each notes something on complaints of their own, one after the other. */
async function commandsOf(product: RunningProduct, size: number): Promise<number> {
  const each = Math.min(COMMANDS_OF_EACH, Math.floor(size / OFFICERS));
  const first = 1 + rounds * OFFICERS * COMMANDS_OF_EACH;
  rounds += 1;
  const { millis } = await timed(() =>
    Promise.all(
      Array.from({ length: OFFICERS }, async (_, place) => {
        for (let turn = 0; turn < each; turn += 1) {
          const id = madeUpId(((first + turn * OFFICERS + place - 1) % size) + 1);
          const variables = { key: randomUUID(), id, version: 1, note: 'Rang, and left word.' };
          await asked(product, officer(place), NOTE, variables);
        }
      }),
    ),
  );
  return (OFFICERS * each * 1_000) / millis;
}

/** As many commits of one row each on one connection: what the disk alone allows. */
async function bareCommands(client: Client): Promise<number> {
  await client.query('create table if not exists public.bare_command (id bigserial primary key, said jsonb)');
  const commits = OFFICERS * COMMANDS_OF_EACH;
  const { millis } = await timed(async () => {
    for (let turn = 0; turn < commits; turn += 1)
      await client.query(`insert into public.bare_command (said) values ('{"event":"note"}')`);
  });
  return (commits * 1_000) / millis;
}

/** From the answer to a command to the figure that counts it, in milliseconds, one change after the other. */
async function followed(product: RunningProduct): Promise<readonly number[]> {
  const relay = startRelay(product.schemas, createLogger({ level: 'silent' }));
  try {
    const millis: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const before = await received(product);
      const input = { receivedOn: '2024-06-01', summary: 'The bin was missed again.' };
      await asked(product, officer(change % OFFICERS), RECORD, { key: randomUUID(), input });
      const done = performance.now();
      while ((await received(product)) <= before && performance.now() - done < GIVE_UP_MILLIS)
        await wait(POLL_MILLIS);
      millis.push(performance.now() - done);
    }
    return millis.sort((a, b) => a - b);
  } finally {
    await relay.stop();
  }
}

async function received(product: RunningProduct): Promise<number> {
  const { data } = await product.ask<{ measures: { rows: { received: number | null }[] } }>(
    'analyst',
    RECEIVED,
  );
  return data.measures.rows[0]?.received ?? 0;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

function keep(measured: readonly Measured[], version: string): void {
  keepReport({
    scenario: 'casework',
    title: 'Live complaints: reading, working, and how soon figures follow',
    machine: describeMachine(version),
    body: [
      '## A complaint, and the least SQL',
      reading(measured),
      '## Pages of worklists, and their counts',
      lists(measured),
      '## Working',
      working(measured),
      NOTES,
    ],
  });
}

const reading = (measured: readonly Measured[]): Table => [
  ['complaints', 'complaint ms', 'bare SQL ms', 'bare page ms', 'load'],
  ...measured.map(({ size, complaint, pages, load: busy }) => [
    grouped(size),
    ...[complaint.asked, complaint.bare, pages.bare].map((each) => each.toFixed(1)),
    busy,
  ]),
];

const lists = (measured: readonly Measured[]): Table => [
  ['complaints', ...LISTS.map((list) => `${list} ms`), 'late page ms', 'counts ms', 'by assignee ms'],
  ...measured.map(({ size, pages: { first, late, counts, assignees } }) => [
    grouped(size),
    ...[...first, late, counts, assignees].map((each) => each.toFixed(1)),
  ]),
];

const working = (measured: readonly Measured[]): Table => [
  ['complaints', 'commands a second', 'bare commits a second', 'ratio', 'follows p50 ms', 'follows p99 ms'],
  ...measured.map(({ size, commandsASecond, bareASecond, follows }) => [
    ...[size, commandsASecond, bareASecond].map(grouped),
    (commandsASecond / bareASecond).toFixed(2),
    ...[at(follows, 0.5), at(follows, 0.99)].map((each) => each.toFixed(0)),
  ]),
];

const NOTES = `Over HTTP, from the whole product in one process; medians one at a time. The late page is
the 41st of ALL_OPEN, or its last. ${OFFICERS} officers note ${COMMANDS_OF_EACH} things each, all at once. "Follows" is from
the answer to a command that records a complaint to the first answer of \`measures\` that counts it, asked every ${POLL_MILLIS} ms, ${CHANGES} times.`;
