import type { TestDatabase } from '../../../platform/testing/database';
import { ask, coverageRecorded, insightDatabase, project } from '../testing/fixtures';
import { listCoverage } from './list-coverage';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    coverageRecorded({ stream: 'SCHOOLS', measure: 'escalated_to_ombudsman', recordedFrom: '2019-04-01' }),
    coverageRecorded({
      ...{ stream: 'CORPORATE', measure: 'escalated_to_stage_2', granularity: 'year' },
      ...{ recordedFrom: '2018-04-01', recordedTo: '2020-03-31' },
    }),
    coverageRecorded({ stream: 'CORPORATE', measure: 'direct_to_stage_3', recordedFrom: '2021-04-01' }),
    coverageRecorded({ stream: 'CORPORATE', measure: 'satisfied', recordedFrom: '2021-04-01' }),
  ]);
});
afterAll(() => database.stop());

const listed = (streams: readonly string[] | null, caller?: { role: string }) =>
  ask(database, (context) => listCoverage(context, streams), caller);

describe("the team's list of what was recorded", () => {
  it('says of each line which figure it speaks of, and how finely; a name that means none is left out', async () => {
    expect(await listed(null)).toEqual([
      {
        ...{ stream: 'CORPORATE', name: 'direct_to_stage_3', measure: 'DIRECT', stage: 3 },
        ...{ from: '2021-04-01', to: null, granularity: 'DAY' },
      },
      {
        ...{ stream: 'CORPORATE', name: 'escalated_to_stage_2', measure: 'ESCALATED', stage: 2 },
        ...{ from: '2018-04-01', to: '2020-03-31', granularity: 'YEAR' },
      },
      {
        ...{
          stream: 'SCHOOLS',
          name: 'escalated_to_ombudsman',
          measure: 'REFERRED_TO_OMBUDSMAN',
          stage: null,
        },
        ...{ from: '2019-04-01', to: null, granularity: 'DAY' },
      },
    ]);
  });

  it('is narrowed to some streams, and to none', async () => {
    expect((await listed(['SCHOOLS', 'ADULTS'])).map(({ stream }) => stream)).toEqual(['SCHOOLS']);
    expect(await listed([])).toEqual([]);
  });
});
