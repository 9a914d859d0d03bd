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
import { generatedComplaints, SERVICES } from '../../testing/generated';
import { definitionNamed } from '../definitions/definitions';
import { fillReport } from './fill-report';
import { cellsOf } from './testing/made-definition';

const COMPLAINTS = generatedComplaints({ count: 300, seed: 20211014 });

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    ...COMPLAINTS.map((complaint) => complaintChanged(complaint)),
    complaintChanged({ id: 'adults-1', stages: [stage({ id: 'adults-1', receivedOn: '2021-05-01' })] }),
    ...SERVICES.map((service) => serviceNamed(service)),
    ...['CORPORATE', 'SCHOOLS', 'ADULTS'].map((stream) => streamDescribed({ stream })),
    sourceReached({
      source: 'all',
      keepers: ['corporate', 'schools', 'adults'],
      from: '2018-04-01',
      to: '2021-10-10',
    }),
  ]);
});
afterAll(() => database.stop());

const definition = definitionNamed('mid-year-progress')!;

describe('the cells of a report', () => {
  it('are counted in few statements', async () => {
    const { statements, figures } = await ask(database, async (context) => {
      let statements = 0;
      const transaction = new Proxy(context.transaction, {
        get(target, name) {
          if (name === 'query') statements += 1;
          return Reflect.get(target, name);
        },
      });
      const asked = { definition, financialYear: '2020-21', upTo: 'Q2' as const };
      const content = await fillReport({ ...context, transaction }, asked);
      return { statements, figures: cellsOf(content).filter(({ question }) => question !== null).length };
    });
    expect(figures).toBeGreaterThan(50);
    expect(statements).toBeLessThan(figures / 3);
  });

  describe('for those who are told no small numbers', () => {
    const caller = { role: 'analyst', smallNumbersBelow: 5 };
    const read = async () =>
      cellsOf(
        await ask(
          database,
          (context) => fillReport(context, { definition, financialYear: '2021-22', upTo: 'Q2' }),
          caller,
        ),
      );

    it('hold none, nor what is open, which is told by itself to nobody of them', async () => {
      const cells = await read();
      const small = (value: number | null) => value !== null && value > 0 && value < 5;
      expect(cells.filter(({ question, value, numerator }) => question && small(numerator ?? value))).toEqual(
        [],
      );
      const states = new Map(cells.map(({ id, state }) => [id, state]));
      expect(states.get('demand/adults-1/so-far')).toBe('SUPPRESSED');
      expect(states.get('backlog/open/so-far')).toBe('SUPPRESSED');
      expect(states.get('demand/schools-1/so-far')).toBe('TOLD');
    });

    it('say nothing of services in a year that goes on', async () => {
      const services = (await read()).filter(({ id }) => id.startsWith('stage-2-by-service/'));
      expect(services.map(({ state }) => state)).not.toContain('NOT_RECORDED');
      expect(services.length).toBeGreaterThan(0);
    });
  });
});
