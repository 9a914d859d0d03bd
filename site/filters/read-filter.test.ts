import fc from 'fast-check';
import { addressOf } from './address';
import { AGE_BANDS, type Filter, OUTCOMES, QUARTERS, ROUTES, STAGES, STREAMS } from './parts';
import { readFilter } from './read-filter';

const choices = {
  services: ['Roads, bridges & lights', 'Parks'],
  directorates: ['Place'],
  themes: ['Delay'],
  channels: ['Email'],
};

/** What a server reads out of an address. */
function queryIn(address: string): Record<string, string | string[]> {
  const { searchParams } = new URL(address, 'http://site');
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

const some = <Item>(items: readonly Item[]) =>
  fc.option(fc.subarray([...items], { minLength: 1 }), { nil: undefined });

const filters: fc.Arbitrary<Filter> = fc
  .record({
    financialYears: some(['2019-20', '2020-21', '2021-22']),
    quarters: some(QUARTERS),
    streams: some(STREAMS),
    stages: some(STAGES),
    services: some(choices.services),
    themes: some(choices.themes),
    outcomes: some(OUTCOMES),
    routes: some(ROUTES),
    ageBands: some(AGE_BANDS),
    from: fc.option(fc.constantFrom('2020-04-01', '2021-02-28'), { nil: undefined }),
    to: fc.option(fc.constantFrom('2021-03-01', '2021-09-30'), { nil: undefined }),
  })
  .map((parts) => JSON.parse(JSON.stringify(parts)));

describe('a filter in an address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(queryIn(addressOf('/', filter)), choices)).toEqual({ filter, problems: [] });
      }),
    );
  });

  it('may name words by commas, each once, and names of services as they are', () => {
    const { filter, problems } = readFilter(
      { streams: 'CORPORATE,ADULTS,ADULTS', services: 'Roads, bridges & lights' },
      choices,
    );
    expect(filter).toEqual({ streams: ['CORPORATE', 'ADULTS'], services: ['Roads, bridges & lights'] });
    expect(problems).toEqual([]);
  });

  it.each([
    [{ streams: 'PARKS' }, 'Stream: there is no “PARKS”. There is: CORPORATE, ADULTS, CHILDRENS, SCHOOLS.'],
    [
      { services: 'Zoo' },
      'Service: there is no “Zoo”. There is: Roads, bridges & lights, Parks, Not recorded.',
    ],
    [{ financialYears: '2021-23' }, '“2021-23” is no financial year. Write one such as 2021-22.'],
    [{ from: '2021-02-30' }, 'From: “2021-02-30” is no day. Write one such as 2021-09-30.'],
    [{ from: '2021-02-02', to: '2021-02-01' }, 'The last day is before the first: both were left out.'],
    [{ stages: '9' }, 'Stage: there is no “9”. There is: 1, 2, 3.'],
  ])('that makes no sense says so, and what does: %j', (query, says) => {
    const { filter, problems } = readFilter(query, choices);
    expect(problems.map((problem) => problem.says)).toEqual([says]);
    expect(filter).toEqual({});
  });

  it('is taken as it is where nobody knows the names', () => {
    const unknown = { services: null, directorates: null, themes: null, channels: null };
    expect(readFilter({ services: 'Zoo', stages: '9' }, unknown)).toMatchObject({
      filter: { services: ['Zoo'] },
      problems: [{ part: 'stages' }],
    });
    expect(readFilter({ services: 'Zoo', stages: '9' }, unknown).filter).not.toHaveProperty('stages');
  });

  it('keeps what makes sense beside what does not', () => {
    const { filter, problems } = readFilter({ streams: ['ADULTS', 'ZOO'], quarters: 'Q1' }, choices);
    expect(filter).toEqual({ streams: ['ADULTS'], quarters: ['Q1'] });
    expect(problems).toHaveLength(1);
  });

  it('survives whatever stands there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (query) => {
        expect(() => readFilter(query, choices)).not.toThrow();
      }),
    );
    expect(readFilter({ streams: { a: 1 }, stages: ['1', 2] }, choices).filter).toEqual({ stages: [1] });
  });

  it('refuses more names than anybody chooses', () => {
    const services = Array.from({ length: 60 }, (_, index) => `Service ${index}`);
    expect(readFilter({ services }, choices).problems[0]?.says).toBe('Service: name 50 at most.');
  });
});
