import type { Client } from 'pg';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { loadedCouncil } from './council/loaded-council';
import { grouped, median } from './figures';
import { describeMachine, load, processorMillis } from './machine';
import { openBench } from './open-bench';
import { settingsOf } from './place';
import { keepReport, tell } from './report';
import { askAtOnce } from './requests';

/** Complaints of the made-up council: a list takes as long at every size. */
const COMPLAINTS = 20_000;
const CHANGE_MILLIS = 500;
/** So that each kind of asking meets what else runs on the machine. */
const ROUNDS = 2;

const LIST = {
  query: `query List { complaints(first: 50, where: { receivedFrom: "2021-04-01" }) { edges { cursor node {
    id reference stream stage status receivedOn dueOn answeredOn closedOn overdue service directorate outcome
    stages { number reference receivedOn dueOn answeredOn outcome closureReason service route inTime }
    ombudsmanCases { id body reference receivedOn decidedOn decision upheld } } }
    pageInfo { hasNextPage endCursor } } }`,
  variables: {},
};

/** What an event of the corporate stream changes: the stream itself, and the facts that have followed it. */
const CHANGES = [
  'update corporate.complaint set version = version where id = (select id from corporate.complaint limit 1)',
  `update insight.follower_place set id = id + 1 where follower = 'facts' and source = 'corporate'`,
];

type Row = readonly string[];

/** How many lists a second many askers are given, and what each costs: made anew, kept, and kept while something changes. */
export async function benchComplaints(): Promise<void> {
  const directory = await loadedCouncil(COMPLAINTS);
  const database = await openBench(directory);
  const rows: Row[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rows.push(...(await running(directory, { keepsAnswers: false }, madeAnew)));
    rows.push(
      ...(await running(directory, { keepsAnswers: true }, (started) => kept(started, database.client))),
    );
  }
  await database.stop();
  keepReport({
    scenario: 'complaints',
    title: '50 complaints with their stages and ombudsman cases, at 50 connections',
    machine: describeMachine(database.version),
    body: [[['lists', 'a second', 'median ms', 'processor ms each', 'bytes', 'load'], ...rows], NOTES],
  });
}

interface Started {
  readonly product: RunningProduct;
  /** Whether each part gives what it gave before without looking. */
  readonly constant: { isOn: boolean };
}

async function running(
  directory: string,
  { keepsAnswers }: { readonly keepsAnswers: boolean },
  work: (started: Started) => Promise<Row[]>,
): Promise<Row[]> {
  const constant = { isOn: false };
  const product = await runProduct(settingsOf(directory), { keepsAnswers, repeats: () => constant.isOn });
  try {
    return await work({ product, constant });
  } finally {
    await product.stop();
    await product.database.stop();
  }
}

const madeAnew = async ({ product }: Started): Promise<Row[]> => [
  await measured('made anew for each', product, true),
];

async function kept({ product, constant }: Started, client: Client): Promise<Row[]> {
  const rows = [
    await measured('kept', product),
    await whileChanging(client, () => measured('while a stream changes twice a second', product)),
  ];
  constant.isOn = true;
  return [...rows, await measured('parts as a constant', product, true)];
}

async function whileChanging<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  const changing = setInterval(() => {
    for (const change of CHANGES) void client.query(change);
  }, CHANGE_MILLIS);
  try {
    return await work();
  } finally {
    clearInterval(changing);
  }
}

async function measured(how: string, product: RunningProduct, isNew = false): Promise<Row> {
  tell(`Asking for lists, ${how}…`);
  const { errors } = await product.ask('analyst', LIST.query);
  if (errors) throw new Error(`The product answered with an error: ${errors[0]?.message}`);
  const before = processorMillis();
  const { aSecond, millis, bytes } = await askAtOnce(product, LIST, { isNew });
  const each = (processorMillis() - before) / millis.length;
  return [how, aSecond.toFixed(0), median(millis).toFixed(0), each.toFixed(1), grouped(bytes), load()];
}

const NOTES = `Fifty analysts, each on a connection of their own, for five seconds, asked from another thread of the same
process; twice, in turn. The council has ${grouped(COMPLAINTS)} complaints in four streams: a list is made of six parts' answers. Processor
milliseconds are those of the thread in which the gateway and all parts run, without the database's. "Made anew for each" is what every
list cost before streams named their state, since none was kept; "parts as a constant" is what sign-in, the gateway and HTTP cost where
the parts cost nothing. Where something changes, those who wait share what is made next.`;
