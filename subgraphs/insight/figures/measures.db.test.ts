import type { TestDatabase } from '../../../platform/testing/database';
import {
  ask,
  clearFacts,
  complaintChanged,
  coverageRecorded,
  event,
  insightDatabase,
  project,
  serviceNamed,
  stage,
  streamDescribed,
  TODAY,
} from '../testing/fixtures';
import type { MeasureFilter } from './filter';
import { measures } from './measures';
import type { Dimension } from './stage-dimensions';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());
beforeEach(() => clearFacts(database));

const figures = (by: readonly Dimension[], where: MeasureFilter = {}) =>
  ask(database, (context) => measures(context, { by, where }));
const rows = async (by: readonly Dimension[], where?: MeasureFilter) => (await figures(by, where)).rows;

const NONE = {
  stream: null,
  stage: null,
  financialYear: null,
  quarter: null,
  month: null,
  directorate: null,
  service: null,
  theme: null,
  channel: null,
  outcome: null,
  route: null,
  closureReason: null,
  ombudsman: null,
  ageBand: null,
};
const ZERO = {
  received: 0,
  escalated: 0,
  direct: 0,
  answered: 0,
  answeredInTime: 0,
  closed: 0,
  referredToOmbudsman: null,
  upheldByOmbudsman: null,
};

const NOTHING = Object.fromEntries(Object.keys(ZERO).map((figure) => [figure, null]));

/** A complaint of one stage that was received, answered in time and closed. */
const answered = (id: string, receivedOn = '2021-05-03', given = {}) =>
  complaintChanged({
    id,
    closedOn: '2021-05-10',
    stages: [
      stage({
        id: id.replace('-', '-stage-'),
        receivedOn,
        answeredOn: '2021-05-10',
        dueOn: '2021-05-17',
        ...given,
      }),
    ],
  });

describe('without a dimension', () => {
  it('gives one row of nulls where nothing was ever loaded', async () => {
    expect(await figures([])).toMatchObject({ asAt: TODAY, partial: [], rows: [{ ...NONE, ...NOTHING }] });
  });

  it('gives one row of everything', async () => {
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      answered('corporate-a'),
      answered('corporate-b'),
    ]);
    expect(await rows([])).toEqual([
      { ...NONE, ...ZERO, received: 2, answered: 2, answeredInTime: 2, closed: 2 },
    ]);
  });

  it('gives one row of zeros where the filter lets nothing through', async () => {
    await project(database, [streamDescribed({ stream: 'CORPORATE' }), answered('corporate-a')]);
    for (const where of [{ from: '2030-01-01' }, { stages: [2] }, { themes: ['Zeal'] }]) {
      expect(await rows([], where)).toEqual([{ ...NONE, ...ZERO }]);
    }
  });
});

describe('each measure', () => {
  it('is dated by its own event', async () => {
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      complaintChanged({
        id: 'corporate-a',
        closedOn: '2021-07-02',
        stages: [
          stage({
            id: 'corporate-stage-a',
            receivedOn: '2021-03-31',
            answeredOn: '2021-04-20',
            dueOn: '2021-04-14',
          }),
          stage({
            id: 'corporate-stage-b',
            number: 2,
            route: 'ESCALATED',
            receivedOn: '2021-05-01',
            answeredOn: '2021-06-30',
            dueOn: '2021-06-30',
          }),
        ],
      }),
    ]);
    expect(await rows(['FINANCIAL_YEAR', 'QUARTER', 'STAGE'])).toEqual([
      { ...NONE, ...ZERO, financialYear: '2020-21', quarter: 'Q4', stage: 1, received: 1 },
      { ...NONE, ...ZERO, financialYear: '2021-22', quarter: 'Q1', stage: 1, answered: 1 },
      {
        ...NONE,
        ...ZERO,
        financialYear: '2021-22',
        quarter: 'Q1',
        stage: 2,
        received: 1,
        escalated: 1,
        answered: 1,
        answeredInTime: 1,
      },
      { ...NONE, ...ZERO, financialYear: '2021-22', quarter: 'Q2', stage: 2, closed: 1 },
    ]);
    expect(await rows([], { from: '2021-04-01', to: '2021-06-30' })).toEqual([
      { ...NONE, ...ZERO, received: 1, escalated: 1, answered: 2, answeredInTime: 1 },
    ]);
  });

  it('counts nothing as escalated or direct at the first stage, whatever its route says', async () => {
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      complaintChanged({
        id: 'corporate-a',
        stages: [stage({ id: 'corporate-stage-a', receivedOn: '2021-05-01', route: 'DIRECT' })],
      }),
      complaintChanged({
        id: 'corporate-b',
        stages: [stage({ id: 'corporate-stage-b', receivedOn: '2021-05-01', route: 'ESCALATED' })],
      }),
    ]);
    expect(await rows([])).toEqual([{ ...NONE, ...ZERO, received: 2 }]);
  });
});

describe('the order of rows', () => {
  it('follows the dimensions as asked; streams in the contract’s order, what is missing last', async () => {
    await project(database, [
      ...['SCHOOLS', 'ADULTS', 'CORPORATE', 'WATERWAYS', 'CHILDRENS'].map((stream) =>
        streamDescribed({ stream }),
      ),
      answered('schools-a', '2021-05-03', { outcome: 'NOT_UPHELD', theme: 'Delay' }),
      answered('waterways-a', '2021-05-03', { outcome: 'UPHELD', theme: 'Zeal' }),
      answered('adults-a', '2021-05-03', { outcome: null, theme: null }),
      answered('childrens-a', '2021-05-03', { outcome: 'PARTIALLY_UPHELD', theme: 'Apology' }),
      answered('corporate-a', '2021-05-03', { outcome: 'UPHELD', theme: 'Delay' }),
    ]);
    expect((await rows(['STREAM'])).map((row) => row.stream)).toEqual([
      'CORPORATE',
      'ADULTS',
      'CHILDRENS',
      'SCHOOLS',
      'WATERWAYS',
    ]);
    expect((await rows(['OUTCOME'])).map((row) => row.outcome)).toEqual([
      'UPHELD',
      'PARTIALLY_UPHELD',
      'NOT_UPHELD',
      null,
    ]);
    expect((await rows(['THEME', 'STREAM'])).map((row) => `${row.theme} ${row.stream}`)).toEqual([
      'Apology CHILDRENS',
      'Delay CORPORATE',
      'Delay SCHOOLS',
      'Not recorded ADULTS',
      'Zeal WATERWAYS',
    ]);
  });
});

describe('names', () => {
  beforeEach(() =>
    project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      answered('corporate-a', '2021-05-03', { serviceId: 'highways', directorateId: 'old' }),
      answered('corporate-b', '2021-05-03', { serviceId: null, directorateId: 'place' }),
      answered('corporate-c', '2021-05-03', { serviceId: 'unnamed', directorateId: 'unnamed' }),
      event('directorate-named', 1, { id: 'place', name: 'Services to Place' }),
      serviceNamed({ id: 'highways', name: 'Highways & Transportation', directorateId: 'place' }, 1),
    ]),
  );

  it('are the present ones, and "Not recorded" where nobody has named what was written', async () => {
    await project(database, [
      serviceNamed(
        {
          id: 'highways',
          name: 'Highways',
          formerNames: ['Highways & Transportation'],
          directorateId: 'roads',
          directorate: 'Roads',
        },
        2,
      ),
    ]);
    expect(
      (await rows(['SERVICE', 'DIRECTORATE'])).map(({ service, directorate, received }) => [
        service,
        directorate,
        received,
      ]),
    ).toEqual([
      ['Highways', 'Roads', 1],
      ['Not recorded', 'Not recorded', 1],
      ['Not recorded', 'Services to Place', 1],
    ]);
  });

  it('find a service by its present and former names, in any case, and those without one', async () => {
    await project(database, [
      serviceNamed(
        { id: 'highways', name: 'Highways', formerNames: ['Highway Services'], directorateId: 'place' },
        2,
      ),
      serviceNamed({ id: 'services', name: 'Highway services', directorateId: 'place' }),
    ]);
    const received = async (services: string[]) => (await rows([], { services }))[0]?.received;
    expect(await received(['Highways'])).toBe(1);
    expect(await received([' hIGHWAYS '])).toBe(1);
    expect(await received(['not recorded'])).toBe(2);
    expect(await received(['Highways', 'Not recorded'])).toBe(3);
    // Another service has that name now, so a former bearer is not meant.
    expect(await received(['highway services'])).toBe(0);
  });
});

describe('0 and null', () => {
  const escalated = complaintChanged({
    id: 'corporate-a',
    stages: [
      stage({ id: 'corporate-stage-a', receivedOn: '2020-05-01' }),
      stage({ id: 'corporate-stage-b', number: 2, route: 'ESCALATED', receivedOn: '2021-05-01' }),
    ],
  });
  const STAGES = [1, 2, 3].map((number) => ({ number, onlyByEscalation: number > 1 }));

  it('is null in the rows of the streams, stages and days that were not recorded, and nowhere else', async () => {
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      coverageRecorded({ stream: 'CORPORATE', measure: 'escalated_to_stage_2', recordedFrom: '2021-04-01' }),
      coverageRecorded({ stream: 'CORPORATE', measure: 'direct_to_stage_2', recordedFrom: '2021-04-01' }),
      escalated,
    ]);
    const shown = (await rows(['FINANCIAL_YEAR', 'STAGE'])).map((row) => [
      row.financialYear,
      row.stage,
      row.received,
      row.escalated,
      row.direct,
    ]);
    expect(shown).toEqual([
      ['2020-21', 1, 1, 0, 0],
      ['2021-22', 2, 1, 1, 0],
    ]);
    expect(await rows([], { financialYears: ['2020-21'] })).toEqual([
      { ...NONE, ...ZERO, received: 1, escalated: null, direct: null },
    ]);
    expect(await rows([], { from: '2021-03-31' })).toMatchObject([
      { received: 1, escalated: null, direct: null },
    ]);
    expect(await rows([], { from: '2021-04-01' })).toMatchObject([{ received: 1, escalated: 1, direct: 0 }]);
    expect(await rows([])).toMatchObject([{ received: 2, escalated: 1, direct: 0 }]);
    expect(await rows(['QUARTER'])).toMatchObject([{ received: 2, escalated: null, direct: null }]);
    expect(await rows(['MONTH'], { stages: [2] })).toMatchObject([{ month: '2021-05-01', escalated: 1 }]);
  });

  it('is as if a line that was taken back had never been, until it is kept again', async () => {
    const escalated = async () =>
      (await rows([], { streams: ['CORPORATE'], stages: [2], financialYears: ['2020-21'] }))[0]?.escalated;
    const line = { stream: 'CORPORATE', measure: 'escalated_to_stage_2', recordedFrom: '2021-04-01' };
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      coverageRecorded(line),
      answered('corporate-a'),
    ]);
    expect(await escalated()).toBeNull();
    await project(database, [coverageRecorded({ ...line, takenBack: true }, 2), coverageRecorded(line, 1)]);
    expect(await escalated()).toBe(0);
    await project(database, [coverageRecorded(line, 3)]);
    expect(await escalated()).toBeNull();
  });

  it('is null for received too, at a stage that is reached only by escalation', async () => {
    await project(database, [
      streamDescribed({ stream: 'SCHOOLS', stages: STAGES }),
      coverageRecorded({ stream: 'schools', measure: 'escalated_to_stage_3', recordedFrom: '2021-04-01' }),
      answered('schools-a'),
    ]);
    expect(await rows([], { financialYears: ['2020-21'], stages: [3] })).toMatchObject([
      { received: null, escalated: null, answered: 0 },
    ]);
    expect(await rows([], { financialYears: ['2020-21'], stages: [2] })).toMatchObject([
      { received: 0, escalated: 0 },
    ]);
    expect(await rows([], { financialYears: ['2020-21'] })).toMatchObject([
      { received: null, escalated: null },
    ]);
  });

  it('is null for everything of a stream that no part has described, where it is asked for by name', async () => {
    await project(database, [streamDescribed({ stream: 'CORPORATE' }), escalated]);
    expect(await rows([], { streams: ['ADULTS'] })).toEqual([{ ...NONE, ...NOTHING }]);
    expect(await rows([], { streams: ['ADULTS', 'CORPORATE'] })).toEqual([{ ...NONE, ...NOTHING }]);
    expect(await rows(['STREAM'], { streams: ['ADULTS', 'CORPORATE'] })).toMatchObject([
      { stream: 'CORPORATE', received: 2 },
    ]);
    expect(await rows([])).toMatchObject([{ received: 2 }]);
  });
});

describe('what cannot be answered', () => {
  const HOSTILE = `'); drop table insight.stage_fact; --`;
  beforeEach(() =>
    project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      serviceNamed({ id: 'parking', name: 'Parking' }),
      answered('corporate-a'),
    ]),
  );

  const refusals: [string, readonly Dimension[], MeasureFilter, string, string][] = [
    [
      'a dimension twice',
      ['STREAM', 'STAGE', 'STREAM'],
      {},
      'by',
      '`by` names STREAM twice: name each dimension once.',
    ],
    [
      'a year alone',
      [],
      { financialYears: ['2021'] },
      'where.financialYears',
      '`where.financialYears` holds "2021", which is no financial year: write it like 2021-22, two years that follow each other.',
    ],
    ['two years apart', [], { financialYears: ['2021-23'] }, 'where.financialYears', '"2021-23"'],
    ['a year as text', [], { financialYears: [HOSTILE] }, 'where.financialYears', 'no financial year'],
    [
      'from after to',
      [],
      { from: '2021-05-02', to: '2021-05-01' },
      'where.from',
      '`where.from` is after `where.to`: give the earlier day first.',
    ],
    [
      'a day that is none',
      [],
      { from: '2021-02-29' },
      'where.from',
      '`where.from` is no day of the calendar: write it as YYYY-MM-DD',
    ],
    ['a day the other way round', [], { to: '31/03/2021' }, 'where.to', '`where.to` is no day'],
    ['a number as a day', [], { from: 20210401 }, 'where.from', '`where.from` is no day'],
    ['an object as a day', [], { from: { day: 1 } }, 'where.from', '`where.from` is no day'],
    ['SQL as a day', [], { to: HOSTILE }, 'where.to', '`where.to` is no day'],
    ...(
      [
        'streams',
        'stages',
        'services',
        'directorates',
        'themes',
        'channels',
        'outcomes',
        'quarters',
        'periods',
      ] as const
    ).map((part): (typeof refusals)[number] => [
      `no ${part}`,
      [],
      { [part]: [] },
      `where.${part}`,
      `\`where.${part}\` is empty: leave it out for everything, or name what is meant.`,
    ]),
    ['no year', [], { financialYears: [] }, 'where.financialYears', '`where.financialYears` is empty'],
    [
      'a stage that no stream has',
      [],
      { stages: [9] },
      'where.stages',
      '`where.stages` holds "9": stages are numbered from 1 to 2.',
    ],
    [
      'an unknown directorate',
      [],
      { directorates: ['Zoo'] },
      'where.directorates',
      '`where.directorates` holds "Zoo", which is the name of no directorate: use its present name, or "Not recorded".',
    ],
    [
      'a stage 0',
      [],
      { stages: [1, 0] },
      'where.stages',
      '`where.stages` holds "0": stages are numbered from 1 to 2.',
    ],
    [
      'an unknown service',
      [],
      { services: ['Parking', 'Zoo'] },
      'where.services',
      '`where.services` holds "Zoo", which is the name of no service: use its present name, a former one, or "Not recorded".',
    ],
    ['SQL as a service', [], { services: [HOSTILE] }, 'where.services', 'the name of no service'],
    ['an empty service', [], { services: [''] }, 'where.services', 'holds ""'],
    ['a very long service', [], { services: ['x'.repeat(5_000)] }, 'where.services', `"${'x'.repeat(60)}…"`],
  ];
  it.each(refusals)('%s', async (_, by, where, argument, words) => {
    const refusal = await figures(by, where).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(String(refusal)).toContain(`\`${argument}\``);
    expect(String(refusal)).toContain(words);
  });

  it('lets no text from outside into a statement', async () => {
    const where = { streams: [HOSTILE] };
    expect(await rows(['STREAM'], where)).toEqual([]);
    await project(database, [
      serviceNamed({ id: HOSTILE, name: HOSTILE }),
      answered('corporate-b', '2021-05-03', {
        serviceId: HOSTILE,
        theme: HOSTILE,
        channel: HOSTILE,
        directorateId: HOSTILE,
      }),
    ]);
    expect(await rows(['SERVICE', 'THEME', 'CHANNEL'], { services: [HOSTILE] })).toMatchObject([
      { service: HOSTILE, theme: HOSTILE, channel: HOSTILE, received: 1 },
    ]);
    expect(await rows([])).toMatchObject([{ received: 2 }]);
  });

  it('is more than 10,000 rows, and not one fewer', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, place) =>
        answered(`corporate-${place}`, '2021-05-03', { theme: `Theme ${place}` }),
      );
    await project(database, many(9_999));
    expect((await rows(['THEME'])).length).toBe(10_000);
    await project(database, many(10_000));
    expect(await figures(['THEME']).catch((error: unknown) => error)).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message:
        '`by` gives more than 10,000 rows: ask for fewer dimensions, or narrow `where` to some streams, services or a shorter period.',
    });
    expect((await rows(['THEME'], { services: ['Parking'] })).length).toBe(0);
  });
});

describe('who asks', () => {
  const received = (caller: { role: string; partner?: string }) =>
    ask(database, async (context) => (await measures(context, { by: [] })).rows[0]?.received, caller);

  it('gets the figures of what they may see, and no 0 of what they may not', async () => {
    await project(database, [streamDescribed({ stream: 'CORPORATE' }), answered('corporate-a')]);
    for (const role of ['analyst', 'manager', 'officer', 'admin']) expect(await received({ role })).toBe(1);
    for (const role of ['auditor', 'partner'])
      expect(await received({ role, partner: 'stockport-homes' })).toBeNull();
  });
});
