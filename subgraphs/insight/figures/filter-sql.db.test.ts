import type { TestDatabase } from '../../../platform/testing/database';
import { complaints } from '../lists/complaints';
import {
  ask,
  complaintChanged,
  event,
  insightDatabase,
  project,
  serviceNamed,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { closedWithoutDay } from './closed-without-day';
import type { MeasureFilter } from './filter';
import { measures } from './measures';
import type { Dimension } from './stage-dimensions';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());

const rows = (by: readonly Dimension[], where: MeasureFilter = {}) =>
  ask(database, async (context) => (await measures(context, { by, where })).rows);

describe('the parts of a filter', () => {
  const closed = (id: string, given: object, closedOn: string | null = '2021-05-10') =>
    complaintChanged({
      id,
      ...{ status: 'CLOSED', closedOn },
      stages: [stage({ id: id.replace('-', '-stage-'), receivedOn: '2021-05-03', ...given })],
    });
  beforeAll(() =>
    project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      ...['place', 'people'].map((id) => event('directorate-named', 1, { id, name: `Services to ${id}` })),
      serviceNamed({ id: 'highways', name: 'Highways', directorateId: 'place' }),
      closed('corporate-a', {
        ...{ serviceId: 'highways', directorateId: 'people' },
        ...{ theme: 'Delay', channel: 'Letter', outcome: 'UPHELD' },
      }),
      closed('corporate-b', { serviceId: 'unknown', directorateId: 'people', outcome: 'NOT_UPHELD' }),
      closed('corporate-c', { theme: 'Delay', channel: 'Email' }, null),
    ]),
  );

  it.each<[MeasureFilter, number]>([
    [{ directorates: ['services to PLACE'] }, 1],
    [{ directorates: ['Services to people'] }, 1],
    [{ directorates: ['Not recorded'] }, 1],
    [{ directorates: ['Services to people', 'Not recorded'] }, 2],
    [{ themes: ['Delay'] }, 2],
    [{ themes: ['Not recorded'] }, 1],
    [{ channels: ['Email', 'Not recorded'] }, 2],
    [{ outcomes: ['UPHELD'] }, 1],
    [{ outcomes: ['UPHELD', 'NOT_UPHELD'], themes: ['Delay'] }, 1],
  ])('%j keep to %i', async (where, received) => {
    expect(await rows([], where)).toMatchObject([{ received }]);
    const listed = await ask(database, (context) => complaints(context, { where }));
    expect(listed.edges).toHaveLength(received);
  });

  it('are those by which figures can be divided: each row is what its own name keeps to', async () => {
    const parts = {
      DIRECTORATE: ['directorates', 'directorate'],
      THEME: ['themes', 'theme'],
      CHANNEL: ['channels', 'channel'],
      SERVICE: ['services', 'service'],
    } as const;
    for (const [dimension, [part, field]] of Object.entries(parts)) {
      for (const row of await rows([dimension as keyof typeof parts])) {
        expect(await rows([], { [part]: [row[field]] })).toMatchObject([
          { received: row.received, closed: row.closed },
        ]);
      }
    }
  });

  it('tell how many closed complaints have no day, which no period counts', async () => {
    const undated = (where: MeasureFilter, caller = { role: 'analyst' }) =>
      ask(
        database,
        async (context) => closedWithoutDay(await measures(context, { by: [], where }), context),
        caller,
      );
    expect(await rows([])).toMatchObject([{ received: 3, closed: 2 }]);
    expect(await undated({})).toBe(1);
    expect(await undated({ financialYears: ['2030-31'], themes: ['Delay'] })).toBe(1);
    expect(await undated({ outcomes: ['UPHELD'] })).toBe(0);
    expect(await undated({ routes: ['DIRECT'] })).toBe(0);
    expect(await undated({}, { role: 'auditor' })).toBeNull();
  });
});
