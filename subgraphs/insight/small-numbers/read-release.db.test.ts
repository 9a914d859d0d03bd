import type { TestDatabase } from '../../../platform/testing/database';
import { checkQuestion } from '../figures/check-question';
import type { MeasureFilter } from '../figures/filter';
import { ask, complaintChanged, insightDatabase, project, stage, streamDescribed } from '../testing/fixtures';
import { BY_QUARTER } from './protected-question';
import { keyIn, readRelease } from './read-release';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  const received = (place: number, receivedOn: string) =>
    complaintChanged({
      id: `schools-${place}`,
      stages: [stage({ id: `schools-stage-${place}`, receivedOn })],
    });
  await project(database, [
    streamDescribed({ stream: 'SCHOOLS' }),
    ...Array.from({ length: 6 }, (_, place) => received(place, '2021-05-04')),
    ...Array.from({ length: 3 }, (_, place) => received(place + 6, '2021-07-05')),
    received(9, '2021-10-04'),
  ]);
});
afterAll(() => database.stop());

const releaseOf = (where: MeasureFilter, below: number) =>
  ask(
    database,
    async (context) =>
      readRelease(context, { view: BY_QUARTER, checked: await checkQuestion(context, { where }), below }),
    { role: 'analyst', smallNumbersBelow: below },
  );

describe('what may be told', () => {
  it('is the same whatever is asked', async () => {
    const [all, narrowed] = [
      await releaseOf({}, 5),
      await releaseOf({ financialYears: ['2020-21'], stages: [2] }, 5),
    ];
    expect(narrowed).toEqual(all);
  });

  it('is of quarters that are over, by what is small', async () => {
    const groupsBelow = async (below: number) => {
      const { rows, groups } = await releaseOf({}, below);
      const told = [...groups].find(([part]) => part.name === 'RECEIVED')?.[1] ?? [];
      return { quarters: [...rows.values()].map(({ quarter }) => quarter), told: told.flat() };
    };
    const q1 = '["2021-22 Q1","1","SCHOOLS"]';
    const q2 = '["2021-22 Q2","1","SCHOOLS"]';
    expect(await groupsBelow(5)).toEqual({ quarters: ['Q1', 'Q2'], told: [q1] });
    expect(await groupsBelow(3)).toEqual({ quarters: ['Q1', 'Q2'], told: [q1, q2] });
  });

  it('is found by the keys of rows', async () => {
    const { rows } = await releaseOf({}, 5);
    expect([...rows].map(([key, row]) => key === keyIn(BY_QUARTER)(row))).toEqual([true, true]);
  });
});
