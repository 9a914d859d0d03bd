import type { TestDatabase } from '../../../platform/testing/database';
import { complaintChanged, insightDatabase, project } from '../testing/fixtures';
import { generatedComplaints } from '../testing/generated';
import { compareCells } from '../testing/recounted-cells';
import { withDays } from '../testing/with-days';
import { KeepDaysByService1735689600221 } from './1735689600221-keep-days-by-service';

describe('answers of before their days were kept by service', () => {
  const complaints = withDays(generatedComplaints({ count: 80, seed: 13 }));
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
    await project(
      database,
      complaints.slice(0, 60).map((complaint) => complaintChanged(complaint)),
    );
    const runner = database.owner.createQueryRunner();
    await runner.startTransaction();
    await new KeepDaysByService1735689600221().down(runner);
    await new KeepDaysByService1735689600221().up(runner);
    await runner.commitTransaction();
    await runner.release();
  });
  afterAll(() => database?.stop());

  const cells = async () =>
    (await compareCells(database)).find(({ rollup }) => rollup === 'answer_days_by_service');

  it('are in the rollup at once', async () => {
    const compared = await cells();
    expect(compared?.kept).toEqual(compared?.recounted);
    expect(compared?.kept.length).toBeGreaterThan(20);
  });

  it('are followed by what comes, changes and goes afterwards', async () => {
    const before = (await cells())?.kept;
    await project(
      database,
      complaints.slice(60).map((complaint) => complaintChanged(complaint)),
    );
    await project(
      database,
      complaints.slice(0, 40).map(({ stages, ...complaint }, place) => {
        const corrected = stages.map((stage) => ({ ...stage, serviceId: 'highways', daysToAnswer: place }));
        return complaintChanged({ ...complaint, stages: place % 4 === 0 ? [] : corrected }, 2);
      }),
    );
    const compared = await cells();
    expect(compared?.kept).toEqual(compared?.recounted);
    expect(compared?.kept).not.toEqual(before);
  });
});
