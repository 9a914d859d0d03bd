import { figureSets } from '../../../contracts/figure-sets';
import { fixedClock } from '../../../platform/config/clock';
import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import {
  complaintChanged,
  insightDatabase,
  project,
  stage,
  streamDescribed,
  TODAY,
} from '../testing/fixtures';
import { countFigures } from './count-figures';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, ({ query }) =>
    query(
      `insert into insight.follower_place (follower, source, caught_up_at) values ('facts', 'corporate', '${TODAY}')`,
    ),
  );
});
afterAll(() => database.stop());

const [, QUARTERLY] = figureSets;
const counted = () =>
  inTransaction(database.of('insight'), { subject: 'test', role: 'analyst' }, (transaction) =>
    countFigures(transaction, { set: QUARTERLY, clock: fixedClock(TODAY) }),
  );
const aComplaint = (number: number) =>
  complaintChanged({
    id: `corporate-${number}`,
    stages: [stage({ id: `corporate-stage-${number}`, receivedOn: '2021-05-04' })],
  });

describe('a set of figures', () => {
  it('has an id for each row, and is told anew though nobody moved on in an outbox', async () => {
    await project(database, [streamDescribed({ stream: 'CORPORATE' }), aComplaint(1)]);
    const { asAt, rows } = await counted();
    expect([asAt, rows[0]?.id, rows[0]?.figures.received]).toEqual([TODAY, '2021-22:Q1:CORPORATE:1', 1]);
    await project(database, [aComplaint(2)]);
    expect((await counted()).rows[0]?.figures.received).toBe(2);
  });
});
