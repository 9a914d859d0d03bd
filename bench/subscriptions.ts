import { setTimeout as wait } from 'node:timers/promises';
import { dirtOf } from '../demo/dirt';
import { generateCorporate } from '../demo/generate';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { type Subscriber, subscribe } from '../scripts/testing/subscriber';
import { grouped } from './figures';
import { describeMachine, load, processorMillis } from './machine';
import { openBench, removeDirectory } from './open-bench';
import { benchPath, madeUpOnce, settingsOf } from './place';
import { keepReport, type Table, tell } from './report';

export interface SubscriptionsBench {
  /** Rows of each import. */
  readonly rows: number;
}

const SUBSCRIBERS = [0, 1, 100, 500] as const;
/** As many as one caller may have. */
const OF_ONE_CALLER = 20;
const QUESTION = `subscription { figuresChanged(measures: [RECEIVED, OPEN, IN_TIME_RATE], where: { streams: [CORPORATE] }) {
  measure value asAt openFaults } }`;
/** Whatever was told last has arrived by then. */
const SETTLED_MILLIS = 2_000;

interface Measured {
  readonly subscribers: number;
  readonly processorMillis: number;
  readonly seconds: number;
  readonly asked: number;
  readonly events: number;
  readonly megabytes: number;
}

/** Imports, each with more who follow the same figures: what that costs the process in which gateway and parts run. */
export async function benchSubscriptions({ rows }: SubscriptionsBench): Promise<void> {
  const directory = benchPath('subscriptions');
  removeDirectory(directory);
  const database = await openBench(directory);
  const product = await runProduct(settingsOf(directory));
  try {
    await product.load('corporate-crm', await extract(rows, SUBSCRIBERS.length));
    const measured: Measured[] = [];
    for (const [place, subscribers] of SUBSCRIBERS.entries()) {
      tell(`Importing ${grouped(rows)} rows with ${subscribers} subscribers…`);
      measured.push(await measure(product, subscribers, await extract(rows, place)));
    }
    keepReport({
      scenario: 'subscriptions',
      title: `An import of ${grouped(rows)} rows while figures are followed`,
      machine: [...describeMachine(database.version), `- load ${load()} at the end`],
      body: [asTable(measured), NOTES],
    });
  } finally {
    await product.stop();
    await product.database.stop();
    await database.stop();
  }
}

async function measure(product: RunningProduct, subscribers: number, file: string): Promise<Measured> {
  const followers = await Promise.all(
    Array.from({ length: subscribers }, (_, place) => follow(product, Math.floor(place / OF_ONE_CALLER))),
  );
  await Promise.all(followers.map((follower) => follower.next()));
  const [before, asked, begun] = [processorMillis(), askedOf(product), performance.now()];
  await product.load('corporate-crm', file);
  const seconds = (performance.now() - begun) / 1_000;
  await wait(SETTLED_MILLIS);
  const measured = {
    ...{ subscribers, seconds, processorMillis: processorMillis() - before },
    asked: askedOf(product) - asked,
    events: followers.reduce((sum, follower) => sum + follower.unread(), 0),
    megabytes: process.memoryUsage.rss() / 2 ** 20,
  };
  for (const follower of followers) follower.leave();
  return measured;
}

const askedOf = ({ asked }: RunningProduct): number => asked.get('insight') ?? 0;

async function follow(product: RunningProduct, caller: number): Promise<Subscriber> {
  const person = { subject: `analyst-${caller}`, role: 'analyst', streams: [], services: [], partner: null };
  const authorization = `Bearer ${await product.token(person)}`;
  return subscribe({ url: product.url, authorization, query: QUESTION });
}

const extract = (rows: number, seed: number): Promise<string> =>
  madeUpOnce({
    ...{ file: `subscriptions-${rows}-${seed}.csv`, rows },
    blocks: () => generateCorporate({ seed: seed + 1, rows, dirt: dirtOf(1) }),
  });

const asTable = (measured: readonly Measured[]): Table => [
  ['subscribers', 'processor, ms', 'import, s', 'insight was asked', 'events', 'memory, MB'],
  ...measured.map((each) => [
    ...[grouped(each.subscribers), grouped(Math.round(each.processorMillis)), each.seconds.toFixed(1)],
    ...[grouped(each.asked), grouped(each.events), grouped(Math.round(each.megabytes))],
  ]),
];

const NOTES =
  'Subscribers ask the same and may see the same; they read in the same process, whose main thread the processor’s time is of, import and projection included. Memory grows with what imports leave to the collector.';
