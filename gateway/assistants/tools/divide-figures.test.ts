import { answering, IN_TIME_RATE, MAKE, RECEIVED, SOURCES } from '../testing';
import { divideFigures } from './divide-figures';
import { askDivided } from './divided';
import { nameOf, plainIn, valuedIn } from './divided-row';

const row = (month: string | null, received: number | null, more: object = {}) => ({
  ...{
    month,
    service: 'Parks',
    received,
    inTimeRate: null,
    answered: 0,
    answeredInTime: 0,
    suppressed: [],
    ...more,
  },
});
const told = (rows: object[], partial: string[] = []) => ({
  AssistantMeasures: { measureDefinitions: [RECEIVED, IN_TIME_RATE] },
  AssistantDivided: {
    measures: { asAt: '2021-10-14', partial, callsPartial: false, sources: SOURCES, rows },
  },
});

describe('divide_figures', () => {
  const asked = { measures: ['RECEIVED', 'IN_TIME_RATE'], by: ['MONTH', 'SERVICE'] };
  const rows = [
    row('2021-04-01', 3, { inTimeRate: 0.5, answered: 2, answeredInTime: 1 }),
    row('2021-05-01', 0),
    row(null, null, { suppressed: ['RECEIVED'] }),
  ];

  it('asks for the counts of a share with it, and of the measures for these alone', async () => {
    const asking = answering(told(rows));
    await divideFigures(MAKE).answer(asked, asking);
    expect(asking.asked[1]).toEqual([
      'AssistantDivided',
      {
        ...{ by: ['MONTH', 'SERVICE'], where: {}, received: true, inTimeRate: true },
        ...{ answered: true, answeredInTime: true },
      },
    ]);
  });

  it('tells a line for each row of which something was counted, and every row for programs', async () => {
    const { text, structured } = await divideFigures(MAKE).answer(asked, answering(told(rows, ['SCHOOLS'])));
    expect(text).toContain('by month and service, as at 14 October 2021:');
    expect(text).toContain(
      'April 2021, Parks: Received 3; Share answered in time 50 % (1 of 2 stages answered).',
    );
    expect(text).toContain('No month, Parks: Received too few to show; Share answered in time none, of 0 ');
    expect(text).not.toContain('May 2021');
    expect(text).toContain('Nothing was counted in 1 further row.');
    expect(text).toContain('The period goes on past the records');
    expect(structured).toMatchObject({ totalRows: 3, partial: true });
    expect(structured.rows).toMatchObject([
      {
        of: { MONTH: '2021-04-01', SERVICE: 'Parks' },
        figures: [{ value: 3 }, { value: 0.5, numerator: 1 }],
      },
      { figures: [{ value: 0 }, { standing: 'DIVIDED_BY_NONE' }] },
      { of: { MONTH: null }, figures: [{ value: null, standing: 'TOO_FEW_TO_SHOW' }, {}] },
    ]);
  });

  it('says that there are more rows, or none', async () => {
    const some = await divideFigures(MAKE).answer({ ...asked, first: 1 }, answering(told(rows)));
    expect([some.structured.totalRows, (some.structured.rows as object[]).length]).toEqual([3, 1]);
    expect(some.text).toContain('These are the first 1 of 3 rows');
    const none = await divideFigures(MAKE).answer(asked, answering(told([])));
    expect(none.text).toContain('Nothing was counted.');
  });

  it.each([
    [{ by: [] }],
    [{ by: ['PARISH'] }],
    [{ first: 201 }],
    [{ by: ['STREAM', 'STAGE', 'MONTH', 'SERVICE'] }],
  ])('does not take %j', async (given) => {
    await expect(divideFigures(MAKE).answer({ ...asked, ...given }, answering({}))).rejects.toThrow('`');
  });
});

describe('divided figures', () => {
  it('leave out what is no measure', async () => {
    const question = { by: ['MONTH'], measures: ['LIKES', 'RECEIVED'], where: {}, asAt: '2021-09-30' };
    const divided = await askDivided(MAKE.vocabulary, question, answering(told([row('2021-04-01', 3)])));
    expect([divided.definitions.length, divided.rows[0]?.names]).toEqual([1, ['April 2021']]);
  });
});

describe('a row', () => {
  it.each([
    ['STREAM', 'SCHOOLS', 'Schools'],
    ['STREAM', null, 'No stream of the council'],
    ['STAGE', 2, 'Stage 2'],
    ['STAGE', null, 'No stage'],
    ['OUTCOME', null, 'No finding'],
    ['SERVICE', 'Parks', 'Parks'],
    ['PARISH', null, 'Not recorded'],
  ])('of %s %s is called %s', (dimension, value, name) => {
    expect(nameOf(dimension, value)).toBe(name);
  });

  it('tells a name as one line, and a share without a sum of which a part is missing', () => {
    expect(plainIn({ service: 'a\nb' }, 'service')).toBe('a b');
    expect(plainIn({ service: true }, 'service')).toBeNull();
    const of = valuedIn({ inTimeRate: 0.5, answered: 2 }, IN_TIME_RATE, MAKE.vocabulary);
    expect(of).toEqual({ value: 0.5, numerator: null, denominator: 2, suppressed: false });
  });
});
