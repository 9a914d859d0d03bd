import { filledLists } from './data-quality/filled';
import { type ProcessorTime, processorTime } from './data-quality/processor';
import { grouped, median, timed } from './figures';
import { describeMachine, load } from './machine';
import { type BenchDatabase, openBench } from './open-bench';
import { keepReport, type Table, tell } from './report';
import { personOf, type SiteBench, startSiteBench } from './site/product';

interface DataQualityBench {
  /** Faults, and as many quarantined rows. */
  readonly size: number;
  readonly runs: number;
}

interface Measured {
  readonly title: string;
  readonly millis: readonly number[];
  readonly processor: ProcessorTime;
  readonly load: string;
}

const WARM_UP = 3;

const PEOPLE = [personOf('admin', 'ada'), personOf('officer', 'olu')];

const ROOM = '/data-quality';
const PAGES: readonly { readonly title: string; readonly path: string }[] = [
  { title: 'overview', path: ROOM },
  { title: 'faults', path: `${ROOM}/faults` },
  { title: 'faults that wait', path: `${ROOM}/faults?state=OPEN` },
  { title: 'faults of a code', path: `${ROOM}/faults?state=OPEN&code=UNKNOWN_SERVICE` },
  { title: 'faults of a system', path: `${ROOM}/faults?state=OPEN&source=adults` },
  { title: 'faults of a stream', path: `${ROOM}/faults?state=OPEN&stream=ADULTS` },
  { title: 'quarantine', path: `${ROOM}/quarantine` },
  { title: 'rows that wait', path: `${ROOM}/quarantine?state=OPEN` },
  { title: 'rows of a code', path: `${ROOM}/quarantine?state=OPEN&code=UNKNOWN_SERVICE` },
  { title: 'rows of a system', path: `${ROOM}/quarantine?state=OPEN&source=adults` },
  { title: 'before a report', path: `${ROOM}/before-report?financialYear=2023-24&upTo=Q2&only=quarter` },
];

/** The site's pages of what is wrong, with a hundred thousand entries in each list. */
export async function benchDataQuality({ size, runs }: DataQualityBench): Promise<void> {
  const directory = await filledLists(size);
  const database = await openBench(directory);
  const tables = new Map<string, Table>();
  try {
    for (const person of PEOPLE) {
      const site = await startSiteBench(directory, person);
      try {
        tables.set(person.role, asTable(await measureAll({ site, database, runs }), runs));
      } finally {
        await site.stop();
      }
    }
    keepReport({
      scenario: 'data-quality',
      title: `Data quality: pages with ${grouped(size)} faults and as many quarantined rows`,
      machine: describeMachine(database.version),
      body: [
        ...[...tables].flatMap(([role, table]) => [`## As ${role}`, table]),
        `Over HTTP, medians of ${runs} after ${WARM_UP} to warm up, one at a time. ${NOTES}`,
      ],
    });
  } finally {
    await database.stop();
  }
}

interface Measuring {
  readonly site: SiteBench;
  readonly database: BenchDatabase;
  readonly runs: number;
}

async function measureAll(measuring: Measuring): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const page of PAGES) {
    tell(`Asking for ${page.title}…`);
    measured.push(await measure(measuring, page));
  }
  return measured;
}

async function measure(
  { site, database, runs }: Measuring,
  { title, path }: (typeof PAGES)[number],
): Promise<Measured> {
  for (let turn = 0; turn < WARM_UP; turn += 1) await site.get(path);
  const millis: number[] = [];
  const processor = await processorTime(database.client, async () => {
    for (let turn = 0; turn < runs; turn += 1) {
      const { millis: taken, result } = await timed(() => site.get(path));
      if (result.status !== 200) throw new Error(`${path} answered ${result.status}`);
      millis.push(taken);
    }
  });
  return { title, millis, processor, load: load() };
}

const asTable = (measured: readonly Measured[], runs: number): Table => [
  ['page', 'ms', 'fastest', 'slowest', 'processor: Node, ms', 'database, ms', 'together', 'load'],
  ...measured.map(({ title, millis, processor: { node, database }, load: beside }) => [
    ...[title, median(millis).toFixed(0), Math.min(...millis).toFixed(0), Math.max(...millis).toFixed(0)],
    ...[
      (node / runs).toFixed(0),
      (database / runs).toFixed(0),
      ((node + database) / runs).toFixed(0),
      beside,
    ],
  ]),
];

const NOTES = `The whole product and its site run in one process, as by npm start; nothing is kept between two requests. The processor's
time is a mean of all of them, and counts what this machine did for the page whatever else ran: "together" is about what
the page takes where nothing else runs, since Node and the database mostly wait for each other. A load above the number of cores says
that the milliseconds before it are those of a busy machine.`;
