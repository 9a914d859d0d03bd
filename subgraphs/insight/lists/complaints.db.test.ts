import fc from 'fast-check';
import type { StageFact } from '../../../contracts/events/complaint-changed';
import type { TestDatabase } from '../../../platform/testing/database';
import {
  ask,
  complaintChanged,
  insightDatabase,
  project,
  serviceNamed,
  stage,
  TODAY,
} from '../testing/fixtures';
import { generatedComplaints, SERVICES } from '../testing/generated';
import { type ComplaintFilter, complaints, complaintTotal } from './complaints';
import { checkPage } from './paging';

const COMPLAINTS = generatedComplaints({ count: 120, seed: 7 });

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    ...COMPLAINTS.map((given) => complaintChanged(given)),
    ...SERVICES.map((service) => serviceNamed(service)),
  ]);
});
afterAll(() => database.stop());

const refusalOf = (where: ComplaintFilter) =>
  ask(database, (context) => complaints(context, { where })).catch((error: unknown) => error);

/** All that a filter lists, page by page. */
async function walk(where: ComplaintFilter, first: number) {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = await ask(database, async (context) => {
      const read = await complaints(context, { where, first, after });
      return { ...read, totalCount: await complaintTotal(read, context) };
    });
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { ids, totalCount: page.totalCount };
  }
}

/** The parts that are asked of the latest stage, and of the day of closing. */
function passesLatest(
  latest: StageFact & { readonly closedOn: string | null },
  {
    stages,
    outcomes,
    themes,
    channels,
    dueFrom,
    dueTo,
    closedFrom,
    closedTo,
    closedDayKnown,
  }: ComplaintFilter,
): boolean {
  const within = (day: string | null, from: unknown, to: unknown) =>
    (from == null && to == null) ||
    (day !== null && String(from ?? '0') <= day && day <= String(to ?? '9999'));
  return (
    (stages?.includes(latest.number) ?? true) &&
    (outcomes?.includes(latest.outcome ?? '') ?? true) &&
    (themes?.includes(latest.theme ?? 'Not recorded') ?? true) &&
    (channels?.includes(latest.channel ?? 'Not recorded') ?? true) &&
    within(latest.dueOn, dueFrom, dueTo) &&
    within(latest.closedOn, closedFrom, closedTo) &&
    (closedDayKnown == null || (latest.closedOn !== null) === closedDayKnown)
  );
}

function expected({
  streams,
  status,
  overdue,
  receivedFrom,
  receivedTo,
  services,
  ...rest
}: ComplaintFilter): string[] {
  return COMPLAINTS.map((given) => ({ ...given, first: given.stages[0]!, latest: given.stages.at(-1)! }))
    .filter(({ stream }) => streams?.includes(stream) ?? true)
    .filter((given) => (status ?? given.status) === given.status)
    .filter(
      ({ first }) => (receivedFrom ?? '0') <= first.receivedOn && first.receivedOn <= (receivedTo ?? '9999'),
    )
    .filter(
      ({ status, latest }) =>
        overdue == null || overdue === (status === 'OPEN' && latest.dueOn !== null && latest.dueOn < TODAY),
    )
    .filter(
      ({ latest }) =>
        services?.includes(SERVICES.find(({ id }) => id === latest.serviceId)?.name ?? 'Not recorded') ??
        true,
    )
    .filter(({ latest, closedOn }) => passesLatest({ ...latest, closedOn }, rest))
    .sort((a, b) => (`${a.first.receivedOn} ${a.id}` < `${b.first.receivedOn} ${b.id}` ? -1 : 1))
    .map(({ id }) => id);
}

describe('the list of complaints', () => {
  const orLeftOut = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
  const rarely = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null, freq: 1 });
  const aFilter: fc.Arbitrary<ComplaintFilter> = fc.record({
    streams: orLeftOut(fc.subarray(['CORPORATE', 'SCHOOLS'], { minLength: 1 })),
    status: orLeftOut(fc.constantFrom('OPEN', 'CLOSED')),
    overdue: orLeftOut(fc.boolean()),
    receivedFrom: orLeftOut(fc.constantFrom('2019-06-15', '2020-04-01')),
    receivedTo: orLeftOut(fc.constantFrom('2020-04-01', '2021-12-31')),
    services: orLeftOut(fc.subarray(['Highways', 'Libraries', 'Not recorded'], { minLength: 1 })),
    stages: rarely(fc.subarray([1, 2, 3], { minLength: 1 })),
    outcomes: rarely(fc.subarray(['UPHELD', 'NOT_UPHELD'], { minLength: 1 })),
    themes: rarely(fc.subarray(['Delay', 'Not recorded'], { minLength: 1 })),
    channels: rarely(fc.subarray(['Email', 'Not recorded'], { minLength: 1 })),
    dueFrom: rarely(fc.constantFrom('2019-06-15', '2020-04-01')),
    dueTo: rarely(fc.constantFrom('2020-04-01', '2021-12-31')),
    closedFrom: rarely(fc.constantFrom('2019-06-15', '2020-04-01')),
    closedTo: rarely(fc.constantFrom('2020-04-01', '2021-12-31')),
  });

  it('holds what the filter says, once each and in order, to the end of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, fc.integer({ min: 5, max: 60 }), async (where, first) => {
        expect(await walk(where, first)).toEqual({
          ids: expected(where),
          totalCount: expected(where).length,
        });
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('counts a complaint that is due today as not overdue', async () => {
    const due = (id: string, dueOn: string) =>
      complaintChanged({ id, stages: [stage({ id: `${id}-stage`, receivedOn: '2018-01-01', dueOn })] });
    await project(database, [due('schools-due-today', TODAY), due('schools-due-yesterday', '2021-10-14')]);
    const where = { receivedTo: '2018-01-01' };
    expect((await walk({ ...where, overdue: true }, 10)).ids).toEqual(['schools-due-yesterday']);
    expect((await walk({ ...where, overdue: false }, 10)).ids).toEqual(['schools-due-today']);
    await project(
      database,
      ['schools-due-today', 'schools-due-yesterday'].map((id) => complaintChanged({ id, stages: [] }, 2)),
    );
  });

  it('tells closed ones with a day from those without', async () => {
    const closed = (id: string, closedOn: string | null) =>
      complaintChanged({
        ...{ id, status: 'CLOSED', closedOn },
        stages: [stage({ id: `${id}-stage`, receivedOn: '2018-02-01' })],
      });
    await project(database, [closed('schools-dated', '2018-03-01'), closed('schools-undated', null)]);
    const where = { receivedTo: '2018-02-01' };
    expect((await walk({ ...where, closedDayKnown: true }, 10)).ids).toEqual(['schools-dated']);
    expect((await walk({ ...where, closedDayKnown: false }, 10)).ids).toEqual(['schools-undated']);
    await project(
      database,
      ['schools-dated', 'schools-undated'].map((id) => complaintChanged({ id, stages: [] }, 2)),
    );
  });

  it('gives each complaint the type of its stream', async () => {
    const page = await ask(database, (context) =>
      complaints(context, { where: { streams: ['SCHOOLS'] }, first: 1 }),
    );
    expect(page.edges[0]?.node).toEqual({
      __typename: 'SchoolsComplaint',
      id: expect.stringMatching(/^schools-/),
    });
  });

  it.each([
    [
      { receivedFrom: '2021-05-02', receivedTo: '2021-05-01' },
      'where.receivedFrom',
      'is after `where.receivedTo`',
    ],
    [{ receivedTo: '2021-02-29' }, 'where.receivedTo', 'is no day of the calendar'],
    [{ services: ['Zoo'] }, 'where.services', 'holds "Zoo"'],
    [{ streams: [] }, 'where.streams', 'is empty'],
    [{ dueFrom: '2021-05-02', dueTo: '2021-05-01' }, 'where.dueFrom', 'is after `where.dueTo`'],
    [{ closedTo: 'today' }, 'where.closedTo', 'is no day of the calendar'],
  ])('refuses %j', async (where, argument, words) => {
    const refusal = await refusalOf(where);
    expect(refusal).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(String(refusal)).toContain(`\`${argument}\` ${words}`);
  });

  it('takes the cursors from before there were further parts', async () => {
    const where = { streams: ['SCHOOLS'], services: ['Highways'] };
    const [plain, narrowed] = [{}, where].map((filter) =>
      ask(database, (context) => complaints(context, { where: filter, first: 1 })),
    );
    const none = { streams: null, status: null, overdue: null, from: null, to: null };
    const cursorOf = async (page: typeof plain) => (await page)?.pageInfo.endCursor;
    expect(checkPage({ after: await cursorOf(plain) }, ['complaints', none, null]).after).not.toBeNull();
    const asked = ['complaints', { ...none, streams: ['SCHOOLS'] }, [['highways'], false]];
    expect(checkPage({ after: await cursorOf(narrowed) }, asked).after).not.toBeNull();
  });

  it('refuses the cursor of another filter', async () => {
    const after = (await ask(database, (context) => complaints(context, { first: 1 }))).pageInfo.endCursor;
    const other = ask(database, (context) => complaints(context, { where: { status: 'OPEN' }, after })).catch(
      (error: unknown) => error,
    );
    expect(await other).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});
