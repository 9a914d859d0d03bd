import { clockCalendars } from '../../casework/live/clock-calendars';
import { asPerson } from '../../casework/live/testing';
import type { StreamSubgraph } from '../../casework/stream/create-stream';
import { type Day, toDay } from '../../domain/calendar/day';
import { LEARNING_EVENTS } from '../../domain/procedure/events';
import { connect } from '../../platform/postgres/connect';
import { testServerUrl } from '../../platform/testing/database';
import { howMany } from '../../platform/testing/how-many';
import type { DataSource } from '../../platform/transaction/transaction';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';
import { asText } from './in-order';
import { recordOthers, SURNAME } from './others';
import { FIRST_DAY, playSequence } from './play-sequence';
import type { Played } from './played';
import { type Figures, HAPPENED, recountHappened, recountStanding, STANDS } from './recount-timelines';
import { type Stored, storedCase } from './stored-case';

/** Another one plays other sequences. */
const SEED = 15_500;
const SEQUENCES = howMany(40);
/** So many complaints are worked on at once; each by one after the other. */
const AT_ONCE = 4;
const MILLIS = howMany(240_000);
const TODAY = toDay('2027-03-31');
const STREAMS: readonly StreamSubgraph[] = [adults, childrens, corporate, schools];

/** A complaint that was looked through. */
interface Told extends Stored {
  readonly stream: string;
  readonly complaintId: string;
  readonly surname: string;
}

let product: TestProduct;
const told: Told[] = [];
/** What was answered, whatever the stream. */
const answered = new Set<string>();

beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  const services = STREAMS.map(
    ({ name }) =>
      `insert into ${name}.service_name values ('waste', 'Waste', 'Place'), ('housing', 'Housing', 'Place')`,
  );
  await past(async (database) => void (await database.query(services.join('; '))));
}, 240_000);
afterAll(() => product?.stop());

async function placeOf(stream: StreamSubgraph): Promise<Played> {
  const dataSource = product.schemas.of(stream.name);
  const officer = { subject: 'olive', role: 'officer', streams: [stream.name] };
  const calendars = await asPerson({ stream, dataSource, today: TODAY }, officer, clockCalendars);
  return { stream, dataSource, calendars, others: await recordOthers({ stream, dataSource }, FIRST_DAY) };
}

/** Looks at all that is kept of a complaint. */
const lookedThrough = async (
  place: Played,
  of: { readonly complaintId: string; readonly today: Day; readonly surname: string },
): Promise<Told> => ({
  ...(await storedCase(place, of)),
  ...{ complaintId: of.complaintId, surname: of.surname, stream: place.stream.name.toUpperCase() },
});

/** Plays a sequence, and looks at all that is kept of it. */
const playedOn = (place: Played) => async (seed: number) => {
  const sequence = await playSequence(place, seed);
  const { told: wanted, today } = sequence;
  if (wanted === null) return { seed, sequence, stored: null, problems: sequence.problems };
  const stored = await lookedThrough(place, { ...wanted, today });
  const isAsWanted =
    asText({ ...stored.state, complainedAbout: [] }) === asText({ ...wanted.state, complainedAbout: [] });
  const problems = [...sequence.problems, ...stored.problems, ...(isAsWanted ? [] : ['it stands otherwise'])];
  return { seed, sequence, stored, problems };
};

/** What the sequences come to, among all else. */
const LOOKED_UP = [
  ...['COMPLAINT_CHANGED', 'COMMAND_UNUSABLE', 'CASE_NOT_FOUND'],
  ...[...LEARNING_EVENTS, 'assign', 'link', 'changeParty', 'merge'].map((event) => `done: ${event}`),
];

/** How often each answer was given by the sequences of a stream, whose complaints are looked through and kept. */
async function playAll(place: Played): Promise<ReadonlyMap<string, number>> {
  const answers = new Map<string, number>();
  for (let first = 0; first < SEQUENCES; first += AT_ONCE) {
    const together = Math.min(AT_ONCE, SEQUENCES - first);
    const seeds = Array.from({ length: together }, (_, next) => SEED + first + next);
    for (const { seed, sequence, stored, problems } of await Promise.all(seeds.map(playedOn(place)))) {
      for (const [said, times] of sequence.answers) answers.set(said, (answers.get(said) ?? 0) + times);
      expect({ seed, problems }).toEqual({ seed, problems: [] });
      if (stored) told.push(stored);
    }
  }
  return answers;
}

describe.each(STREAMS)(`${SEQUENCES} random sequences of commands of $name`, (stream) => {
  it(
    'are answered as the procedure says, and all that is kept is told again by the timelines',
    async () => {
      const place = await placeOf(stream);
      const answers = await playAll(place);
      const done = [...answers].filter(([said]) => said.startsWith('done: '));
      expect(done.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(SEQUENCES * 3);
      for (const said of answers.keys()) answered.add(said);
      for (const complaintId of place.others.values()) {
        const stored = await lookedThrough(place, { complaintId, today: TODAY, surname: SURNAME });
        expect(stored.problems).toEqual([]);
        told.push(stored);
      }
    },
    MILLIS,
  );
});

it('name other complaints, people and services, and learn of answers', () => {
  expect(LOOKED_UP.filter((said) => !answered.has(said))).toEqual([]);
});

type Row = Readonly<Record<string, string | number | null>>;

/** Figures as the product answers, without what is 0 or not known. */
const figuresOf = (rows: readonly Row[], by: readonly string[], names: readonly string[]): Figures =>
  new Map(
    rows.flatMap((row) => {
      const counted = names.flatMap((name) => (row[name] ? [[name, Number(row[name])] as const] : []));
      return counted.length === 0
        ? []
        : [[by.map((name) => row[name]).join(' '), Object.fromEntries(counted)] as const];
    }),
  );

describe('the figures of these complaints', () => {
  it('are what counting their timelines gives', async () => {
    await product.schemas.relay({ onFailure: () => undefined }).drain();
    const { data, errors } = await product.ask<Record<string, { readonly rows: readonly Row[] }>>(
      'analyst',
      `{ happened: measures(by: [STREAM, STAGE, FINANCIAL_YEAR]) { rows { stream stage financialYear ${HAPPENED.join(' ')} } }
         stands: measures(by: [STREAM, STAGE]) { rows { stream stage ${STANDS.join(' ')} } } }`,
    );
    expect(errors).toBeUndefined();
    const happened = figuresOf(data.happened?.rows ?? [], ['stream', 'stage', 'financialYear'], HAPPENED);
    expect(sorted(happened)).toEqual(sorted(recountHappened(told)));
    const stands = figuresOf(data.stands?.rows ?? [], ['stream', 'stage'], STANDS);
    expect(sorted(stands)).toEqual(sorted(recountStanding(told, TODAY)));
    const counted = new Set([...happened.values(), ...stands.values()].flatMap((row) => Object.keys(row)));
    expect([...HAPPENED, ...STANDS].filter((name) => !counted.has(name))).toEqual([]);
  });
});

describe('what is kept otherwise than the timeline tells', () => {
  /** Each changes one of the complaint's rows past all policies. */
  it.each([
    ['how it stands', `update corporate.live_case set is_accepted = not is_accepted`, 'live_case'],
    ['its clocks', `update corporate.live_clock set stages = '[]'`, 'live_clock'],
    ['a stage', `update corporate.stage set due_on = due_on + 1`, 'the stages'],
    ['whom it is from', `update corporate.case_party set surname = 'Else'`, 'people'],
    ['a promise', `update corporate.promised_action set due_on = due_on + 1`, 'promises'],
    ['what was written', `delete from corporate.timeline_words`, 'words'],
    ['an entry', `delete from corporate.timeline_entry where place = 2 and`, 'places'],
  ])('is found: %s', async (_, statement, problem) => {
    const place = { stream: corporate, dataSource: product.schemas.of('corporate') };
    const found = told.find(
      ({ stream, state }) => stream === 'CORPORATE' && state.learning.promises.length > 0,
    );
    const { complaintId = '', surname = '' } = found ?? {};
    const where = `${statement.endsWith(' and') ? '' : ' where'} complaint_id = $1`;
    await past(async (database) => void (await database.query(statement + where, [complaintId])));
    const { problems } = await storedCase(place, { complaintId, surname, today: TODAY });
    expect(problems.map((each) => each.split(':')[0])).toContain(problem);
  });
});

/** Works in the product's database past all policies. */
async function past(work: (database: DataSource) => Promise<void>): Promise<void> {
  const url = new URL(testServerUrl());
  url.pathname = new URL(product.settings.database.url ?? '').pathname;
  const database = await connect({ url: url.href, subgraph: { name: 'public', tables: [] }, poolSize: 1 });
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

const sorted = (figures: Figures) => [...figures].sort(([a], [b]) => (a < b ? -1 : 1));
