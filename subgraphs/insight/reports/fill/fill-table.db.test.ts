import type { TestDatabase } from '../../../../platform/testing/database';
import {
  ask,
  complaintChanged,
  insightDatabase,
  project,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
} from '../../testing/fixtures';
import type { ReportDefinition } from '../definitions/definition';
import { fillReport } from './fill-report';
import { SO_FAR, tableOf, tablesOf, textsOf } from './testing/made-definition';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  let made = 0;
  const received = (
    count: number,
    receivedOn: string,
    of: { serviceId?: string; channel?: string; stream?: string } = {},
  ) =>
    Array.from({ length: count }, () => {
      made += 1;
      const { stream = 'corporate', ...rest } = of;
      return complaintChanged({
        id: `${stream}-${made}`,
        stages: [stage({ id: `${stream}-${made}`, receivedOn, ...rest })],
      });
    });
  await project(database, [
    streamDescribed({ stream: 'CORPORATE' }),
    streamDescribed({ stream: 'ADULTS' }),
    serviceNamed({ id: 'parks', name: 'Parks & Play' }),
    serviceNamed({ id: 'parks-too', name: 'Parks / Play' }),
    serviceNamed({ id: 'bins', name: 'Bins' }),
    serviceNamed({ id: 'quiet', name: 'Quiet' }),
    sourceReached({ source: 'crm', keepers: ['corporate'], from: '2019-04-01', to: '2021-10-10' }),
    sourceReached({ source: 'care', keepers: ['adults'], from: '2019-04-01', to: '2021-09-30' }),
    ...received(2, '2021-05-01', { serviceId: 'parks', channel: 'web-form' }),
    ...received(1, '2021-05-01', { serviceId: 'parks-too' }),
    ...received(3, '2021-05-01', { serviceId: 'bins' }),
    ...received(1, '2020-05-01', { serviceId: 'quiet' }),
    ...received(1, '2021-10-05'),
    ...received(4, '2021-06-01', { stream: 'adults' }),
  ]);
});
afterAll(() => database.stop());

const filled = (definition: ReportDefinition, upTo: 'Q1' | 'Q2' | 'Q3' | 'Q4' = 'Q2') =>
  ask(database, (context) => fillReport(context, { definition, financialYear: '2021-22', upTo }));

describe('a row for each', () => {
  it('is there for what something was counted of, the most first', async () => {
    const each = { each: 'services', most: 'so-far', measure: 'RECEIVED' } as const;
    const inTwo = { each: 'services', most: 'so-far', count: 2, measure: 'RECEIVED' } as const;
    expect(textsOf(await filled(tableOf([each])))).toEqual([
      ['Not recorded', '4'],
      ['Bins', '3'],
      ['Parks & Play', '2'],
      ['Parks / Play', '1'],
    ]);
    expect(textsOf(await filled(tableOf([inTwo])))).toHaveLength(2);
  });

  it('has a key of small letters, of all letters where two would be one', async () => {
    const [table] = tablesOf(
      await filled(tableOf([{ each: 'services', most: 'so-far', measure: 'RECEIVED' }])),
    );
    expect(table?.rows.map(({ key }) => key)).toEqual([
      'not-recorded',
      'bins',
      'Parks%20%26%20Play',
      'Parks%20%2F%20Play',
    ]);
    expect(table?.rows[2]?.cells[0]?.id).toBe('table/Parks%20%26%20Play/so-far');
    expect(table?.rows[2]?.cells[0]?.question?.services).toEqual(['Parks & Play']);
  });

  it('is called by its name, not by its code', async () => {
    const rows = [
      { each: 'channels', most: 'so-far', measure: 'RECEIVED', where: { streams: ['CORPORATE'] } },
      { each: 'streams', most: 'so-far', measure: 'RECEIVED' },
    ] as const;
    expect(textsOf(await filled(tableOf(rows)))).toEqual([
      ['Not recorded', '4'],
      ['Web form', '2'],
      ['Corporate', '6'],
      ['Adult social care', '4'],
    ]);
  });

  it('is there for what was counted in any of its columns', async () => {
    const rows = [
      { each: 'services', most: 'so-far', measure: 'RECEIVED', where: { streams: ['CORPORATE'] } },
    ] as const;
    const columns = [{ kind: 'FIGURE', period: 'SAME_PERIOD_LAST_YEAR' }, SO_FAR] as const;
    expect(textsOf(await filled(tableOf(rows, columns))).at(-1)).toEqual(['Quiet', '1', '0']);
  });
});

describe('rows and columns that a quarter has not reached', () => {
  const rows = ['CORPORATE', 'ADULTS'].map((stream) => ({
    ...{ key: stream.toLowerCase(), label: stream, measure: 'RECEIVED' as const },
    where: { streams: [stream] },
  }));
  const columns = [{ kind: 'FIGURE', period: 'CUMULATIVE_QUARTERS' }] as const;

  it('say so, and do not repeat the quarter before', async () => {
    expect(textsOf(await filled(tableOf(rows, columns), 'Q4'))).toEqual([
      ['CORPORATE', '6', '6', '7', 'not yet'],
      ['ADULTS', '4', '4', 'not yet', 'not yet'],
    ]);
  });

  it('are left out of a report of what is new', async () => {
    const definition = tableOf(rows, columns, { onlyNewIn: ['Q3'] });
    expect(textsOf(await filled(definition, 'Q3'))).toEqual([['CORPORATE', '6', '6', '7']]);
    expect(textsOf(await filled(definition, 'Q2'))).toHaveLength(2);
  });
});
