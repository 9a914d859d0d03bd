import type { Quarter } from '../../../domain/calendar/financial-year';
import type { TestDatabase } from '../../../platform/testing/database';
import { complaints } from '../lists/complaints';
import { counted, countedTotal } from '../lists/counted';
import { periodReport } from '../report/period-report';
import {
  ask,
  complaintChanged,
  coverageRecorded,
  insightDatabase,
  project,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import type { Measure } from './catalogue/measure-catalogue';
import type { MeasureFilter } from './filter';
import { measures } from './measures';
import type { Dimension } from './stage-dimensions';

let database: TestDatabase;

/** A complaint among others whose days the calendar hardly has: at its very beginning and its very end. */
beforeAll(async () => {
  database = await insightDatabase();
  const one = (id: string, receivedOn: string, given = {}) =>
    complaintChanged({ id, stages: [stage({ id: `${id}-stage`, receivedOn, ...given })] });
  await project(database, [
    streamDescribed({ stream: 'CORPORATE' }),
    coverageRecorded({
      stream: 'CORPORATE',
      measure: 'escalated_to_stage_2',
      recordedFrom: '2021-04-01',
      granularity: 'year',
    }),
    one('corporate-first', '1900-01-01'),
    one('corporate-last', '2021-05-04', { answeredOn: '9999-12-31', dueOn: '9999-12-31' }),
    complaintChanged({
      id: 'corporate-closed',
      closedOn: '9999-12-31',
      stages: [stage({ id: 'corporate-closed-stage', number: 2, receivedOn: '2021-05-05' })],
    }),
    one('corporate-plain', '2021-06-01', { answeredOn: '2021-06-02' }),
  ]);
});
afterAll(() => database.stop());

const TIME: readonly Dimension[] = ['FINANCIAL_YEAR', 'QUARTER', 'MONTH'];
const BY: readonly (readonly Dimension[])[] = [
  [],
  ...TIME.map((dimension) => [dimension]),
  ['FINANCIAL_YEAR', 'QUARTER'],
  ['FINANCIAL_YEAR', 'MONTH'],
  ['STREAM', 'STAGE', ...TIME, 'SERVICE', 'DIRECTORATE', 'THEME', 'CHANNEL', 'OUTCOME'],
];
const QUARTERS: readonly Quarter[] = ['Q1', 'Q2', 'Q3', 'Q4'];
const WHERE: readonly MeasureFilter[] = [
  {},
  ...QUARTERS.map((quarter) => ({ quarters: [quarter] })),
  { quarters: ['Q3', 'Q4'] },
  { from: '1900-01-01' },
  { to: '9999-12-31' },
  { from: '1900-01-01', to: '2099-12-31', quarters: ['Q4'] },
  { from: '9800-01-01', to: '9999-12-31' },
  { financialYears: ['1900-01', '2021-22', '9998-99'] },
];

describe('a fact on a day at the edge of the calendar', () => {
  it('leaves every figure answering, and is in its own row alone', async () => {
    for (const by of BY) {
      for (const where of WHERE) {
        const { rows } = await ask(database, (context) => measures(context, { by, where }));
        if (by.length > 0) continue;
        expect({ where, rows: rows.length }).toEqual({ where, rows: 1 });
      }
    }
    const { rows } = await ask(database, (context) => measures(context, { by: ['FINANCIAL_YEAR'] }));
    expect(rows.map(({ financialYear }) => financialYear)).toEqual(['1899-00', '2021-22', '9999-00']);
    expect(rows.find(({ financialYear }) => financialYear === '2021-22')).toMatchObject({
      received: 3,
      answered: 1,
      closed: 0,
    });
  });

  it('is in the month that it is dated in', async () => {
    const { rows } = await ask(database, (context) => measures(context, { by: ['MONTH'] }));
    const months = rows.map(({ month }) => month);
    expect(months).toEqual(['1900-01-01', '2021-05-01', '2021-06-01', '9999-12-01']);
  });

  it('leaves every list and its count answering', async () => {
    const names: readonly Measure[] = ['RECEIVED', 'ESCALATED', 'ANSWERED', 'ANSWERED_IN_TIME', 'CLOSED'];
    for (const measure of names) {
      for (const where of WHERE) {
        await ask(database, async (context) => {
          const page = await counted(context, { measure, where });
          const total = await countedTotal(page, context);
          if (total !== null) expect(total).toBe(page.edges.length);
        });
      }
    }
    const list = await ask(database, (context) => complaints(context, {}));
    expect(list.edges).toHaveLength(4);
  });

  it('leaves the first and the last report that there are answering', async () => {
    for (const financialYear of ['1902-03', '2021-22', '9998-99']) {
      const { tables } = await ask(database, (context) =>
        periodReport(context, { financialYear, upTo: 'Q4' }),
      );
      expect(tables).toHaveLength(1);
    }
  });
});
