import { toDay } from '../../../domain/calendar/day';
import type { TestDatabase } from '../../../platform/testing/database';
import {
  ask,
  complaintChanged,
  insightDatabase,
  project,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { noteSignal } from './note-signal';
import { readNotes } from './notes';
import { quarterAt, quartersBefore } from './quarters';
import { checkSeries, readSeries } from './read-series';
import { type SignalFilter, type SignalsAsked, signals } from './signals';

/** The month with which each quarter from 2019-20 on begins. */
const QUARTERS = [
  ...['2019-04', '2019-07', '2019-10', '2020-01', '2020-04', '2020-07', '2020-10', '2021-01'],
  ...['2021-04', '2021-07'],
];
const STEADY = [10, 12, 9, 11, 10, 8, 12, 10, 11, 10];

let made = 0;
/** So many complaints in each quarter, of which so many were answered in time: all, where it is left out. */
const complaints = (serviceId: string, counts: readonly number[], inTime: readonly number[] = counts) =>
  counts.flatMap((count, quarter) =>
    Array.from({ length: count }, (_, place) => {
      made += 1;
      const receivedOn = `${QUARTERS[quarter]}-${String(1 + (place % 28)).padStart(2, '0')}`;
      const dueOn = place < (inTime[quarter] ?? 0) ? '2031-01-01' : '2019-01-01';
      const handled = { answeredOn: receivedOn, daysToAnswer: 1, dueOn };
      const stages = [stage({ ...handled, id: `corporate-stage-${made}`, receivedOn, serviceId })];
      return complaintChanged({ id: `corporate-${made}`, stages });
    }),
  );

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    streamDescribed({ stream: 'CORPORATE' }),
    sourceReached({ source: 'crm', keepers: ['corporate'], from: '2019-04-01', to: '2021-10-10' }),
    ...['Parks', 'Roads', 'Bins', 'Halls', 'Trees', 'Fees', 'Rents'].map((name) =>
      serviceNamed({ id: name.toLowerCase(), name }),
    ),
    ...complaints('parks', [10, 12, 9, 11, 10, 8, 12, 10, 24, 23], [8, 9, 7, 8, 8, 6, 9, 8, 18, 17]),
    ...complaints('bins', STEADY, [7, 9, 6, 8, 7, 6, 9, 7, 1, 0]),
    ...['roads', 'trees', 'fees', 'rents'].flatMap((id) =>
      complaints(id, STEADY, [7, 9, 6, 8, 7, 6, 9, 7, 8, 7]),
    ),
    ...complaints('halls', [0, 1, 0, 0, 1, 0, 0, 0, 2, 2]),
  ]);
});
afterAll(() => database.stop());

const read = (where: SignalFilter = {}, asked: SignalsAsked = {}) =>
  ask(database, (context) => signals(context, { ...asked, where }));

describe('signals', () => {
  it('say what rose, with what was expected, in a sentence that its list bears out', async () => {
    const told = await read({ measures: ['RECEIVED'], dimensions: ['SERVICE'] });
    expect(told).toMatchObject({ asAt: '2021-10-10', financialYear: '2021-22', upTo: 'Q2', partial: [] });
    expect(told.signals).toMatchObject([
      {
        ...{ name: 'Parks', from: '2021-04-01', to: '2021-09-30', direction: 'ROSE', judgement: 'CHANGED' },
        ...{ value: 47, expected: 20.5, numerator: null, state: 'OPEN', version: 0 },
        question: { measure: 'RECEIVED', services: ['Parks'], from: '2021-04-01', to: '2021-09-30' },
      },
    ]);
    const [parks] = told.signals;
    expect(parks?.id).toBe('OVER_TIME/RECEIVED/SERVICE/CORPORATE/1/parks/2021-04-01/2021-09-30');
    expect(parks?.sentence).toMatch(
      /^Stage 1 complaints of Parks \(Corporate\) rose to 47 in April to September 2021 .*about 21 were expected/,
    );
    expect(parks?.rule).toContain('the 8 quarters before');
  });

  it('say which services a directorate that rose is made of', async () => {
    const { signals: found } = await read({ measures: ['RECEIVED'], dimensions: ['DIRECTORATE'] });
    expect(found[0]?.madeOf[0]).toEqual({ name: 'Parks', value: 47, expected: 20.5 });
  });

  it('say whose share fell, and who stands out among the services', async () => {
    const { signals: found } = await read({ measures: ['IN_TIME_RATE'], names: ['Bins'] });
    expect(found.map(({ kind, judgement }) => [kind, judgement])).toEqual(
      expect.arrayContaining([
        ['OVER_TIME', 'WORSE'],
        ['AMONG_SERVICES', 'WORSE'],
      ]),
    );
    const among = found.find(({ kind }) => kind === 'AMONG_SERVICES');
    expect(among).toMatchObject({ from: '2020-10-01', numerator: 17, denominator: 43, quarters: [] });
  });

  it('count what is too few to say, and find no more where less is listed', async () => {
    const [all, narrowed] = [await read(), await read({ names: ['Halls'] })];
    expect(all.tooFew).toBeGreaterThan(0);
    expect(narrowed).toMatchObject({ signals: [], judged: all.judged, tooFew: all.tooFew });
  });

  it('look back, and refuse a quarter that has not ended', async () => {
    const before = await read({ measures: ['RECEIVED'] }, { financialYear: '2020-21', upTo: 'Q4' });
    expect(before).toMatchObject({ upTo: 'Q4', signals: [] });
    await expect(read({}, { financialYear: '2021-22', upTo: 'Q3' })).rejects.toThrow(
      'has not ended on 2021-10-10',
    );
    await expect(read({}, { financialYear: '2021-22' })).rejects.toThrow('`upTo` is missing');
    await expect(read({}, { financialYear: '2021', upTo: 'Q1' })).rejects.toThrow('financialYear');
  });

  it('are made of quarters, null where the records do not reach', async () => {
    const quarters = quartersBefore(quarterAt(toDay('2021-10-01')), 3);
    const read = await ask(database, async (context) => {
      const checked = await checkSeries(context, { quarters });
      return readSeries(context, { dimension: 'SERVICE', quarters, checked });
    });
    const parks = read.find(({ name, of }) => name === 'Parks' && of.measure === 'RECEIVED');
    expect(parks?.parts).toEqual([{ count: 24, of: 1 }, { count: 23, of: 1 }, null]);
  });

  it('judge no quarter that the records do not reach the end of', async () => {
    const { judged, upTo } = await read({}, { asAt: '2021-09-29' });
    expect([upTo, judged > 0]).toEqual(['Q1', true]);
  });
});

describe('what was found out', () => {
  const ID = 'OVER_TIME/RECEIVED/SERVICE/CORPORATE/1/parks/2021-04-01/2021-09-30';
  const note = (given: object = {}, role = 'officer') =>
    ask(
      database,
      (context) =>
        noteSignal(context, { id: ID, basedOnVersion: 0, text: 'A new contractor', state: 'OPEN', ...given }),
      { role },
    );

  it('is kept, once however often it is sent, and shown with its signal', async () => {
    expect(await note()).toMatchObject({
      __typename: 'NotedSignal',
      note: { version: 1, writtenBy: 'test' },
    });
    expect(await note()).toMatchObject({ __typename: 'NotedSignal', note: { version: 1 } });
    expect(await note({ basedOnVersion: 1, text: 'Back to two rounds', state: 'ACTED_ON' })).toMatchObject({
      note: { version: 2, state: 'ACTED_ON' },
    });
    const kept = await ask(database, ({ transaction }) => readNotes(transaction, [ID, 'none']));
    expect(kept.get(ID)?.map(({ version }) => version)).toEqual([2, 1]);
    const { signals: found } = await read({ states: ['ACTED_ON'] });
    expect(found).toMatchObject([
      { id: ID, version: 2, notes: [{ version: 2 }, { text: 'A new contractor' }] },
    ]);
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    expect(await note({ basedOnVersion: 1, text: 'Something else' })).toMatchObject({
      ...{ __typename: 'SignalNoted', code: 'SIGNAL_NOTED', note: { text: 'Back to two rounds' } },
    });
  });

  it('is refused of no signal, and where nothing is said', async () => {
    for (const id of [
      'none',
      `${ID}/more`,
      ID.replace('parks', 'roads'),
      ID.replace('2021-09-30', '2031-09-30'),
    ])
      expect(await note({ id })).toMatchObject({ __typename: 'SignalNotFound' });
    expect(await note({ text: '  ' })).toMatchObject({ __typename: 'NoteUnusable' });
    expect(await note({ text: 'x'.repeat(4_001) })).toMatchObject({ code: 'NOTE_UNUSABLE' });
  });

  it('is read and written by those who report alone, and never changed', async () => {
    // A partner sees neither the facts nor what was said of them.
    expect(await note({ basedOnVersion: 2, text: 'Mine' }, 'partner')).toMatchObject({
      __typename: 'SignalNotFound',
    });
    const rows = await ask(
      database,
      ({ transaction }) => transaction.query('select * from insight.signal_note'),
      { role: 'partner', partner: 'stockport-homes' },
    );
    expect(rows).toEqual([]);
    for (const statement of ["update insight.signal_note set text = 'x'", 'delete from insight.signal_note'])
      await expect(ask(database, ({ transaction }) => transaction.query(statement))).rejects.toThrow();
    const asOther = `insert into insight.signal_note values ('s', 1, 'Mine', 'OPEN', 'somebody-else', now())`;
    await expect(ask(database, ({ transaction }) => transaction.query(asOther))).rejects.toThrow(
      'row-level security',
    );
  });
});
