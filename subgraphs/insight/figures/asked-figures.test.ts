import { buildSchema, graphql } from 'graphql';
import { type Asked, askedFor, askedIn, kindsToCount } from './asked-figures';
import { ACKNOWLEDGED, ANSWERED, CLOSED, RECEIVED, REFERRED } from './catalogue/counted-facts';

describe('what has to be counted', () => {
  it('is what the measures are worked out from', () => {
    expect(askedFor(['IN_TIME_RATE', 'ACKNOWLEDGED'])).toMatchObject({
      ...{ kinds: [ACKNOWLEDGED, ANSWERED].reverse(), states: false, days: false },
    });
    expect(askedFor(['OPEN', 'DAYS_TO_ANSWER_P90'])).toMatchObject({ kinds: [], states: true, days: true });
  });

  it('is with it what makes rows: everything by day, and of all time what was received', () => {
    const open = askedFor(['OPEN']);
    expect(kindsToCount(open, { isOfAllTime: true })).toEqual([RECEIVED, REFERRED]);
    expect(kindsToCount(open, { isOfAllTime: false })).toEqual(
      expect.arrayContaining([RECEIVED, ANSWERED, CLOSED, REFERRED]),
    );
    expect(kindsToCount(askedFor(['ACKNOWLEDGED']), { isOfAllTime: true })).toContain(ACKNOWLEDGED);
  });
});

describe('what a request asks for', () => {
  const schema = buildSchema(`
    type Query { measures: Measures }
    type Measures { asAt: String rows: [Row] }
    type Row { open: Int overdue: Int received: Int stage: Int }`);
  const asked = async (source: string, variableValues = {}): Promise<Asked | undefined> => {
    let found: Asked | undefined;
    const measures = (_: unknown, __: unknown, info: Parameters<typeof askedIn>[0]) => {
      found = askedIn(info);
      return null;
    };
    await graphql({
      schema,
      ...{ source, variableValues },
      rootValue: { measures: (a: unknown, b: unknown, c: never) => measures(a, b, c) },
    });
    return found;
  };

  it('is read from the fields of its rows, whatever their names in the answer, and from fragments', async () => {
    expect((await asked('{ measures { asAt rows { stage late: overdue } } }'))?.measures).toEqual([
      'OVERDUE',
    ]);
    const fragments = `{ measures { ...Part rows { ... on Row { received } } } }
      fragment Part on Measures { rows { ...Own } } fragment Own on Row { open }`;
    expect((await asked(fragments))?.measures).toEqual(['RECEIVED', 'OPEN']);
    expect((await asked('{ measures { asAt } }'))?.measures).toEqual([]);
  });

  it('is not what a directive leaves out of it', async () => {
    const source = `query Ask($late: Boolean!) {
      measures { rows { open overdue @include(if: $late) ... @skip(if: $late) { received } } } }`;
    expect((await asked(source, { late: true }))?.measures).toEqual(['OPEN', 'OVERDUE']);
    expect((await asked(source, { late: false }))?.measures).toEqual(['RECEIVED', 'OPEN']);
  });
});
