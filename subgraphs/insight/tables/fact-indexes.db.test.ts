import { addDays, toDay } from '../../../domain/calendar/day';
import type { TestDatabase } from '../../../platform/testing/database';
import type { Context } from '../context';
import { askedFor } from '../figures/asked-figures';
import { measures } from '../figures/measures';
import { complaints } from '../lists/complaints';
import { counted } from '../lists/counted';
import { complaint } from '../lists/find-complaint';
import {
  ask,
  complaintChanged,
  insightDatabase,
  project,
  serviceNamed,
  stage,
  streamDescribed,
} from '../testing/fixtures';

const PARTNER = { role: 'partner', partner: 'stockport-homes' };

const after = (days: number, from = 0): string => addDays(toDay('2017-04-03'), Math.floor(from / 3) + days);

/** Answered after ten days and closed then, but for one in forty that is open and one in forty that went on. */
const COMPLAINTS = Array.from({ length: 4_000 }, (_, place) => {
  const [isOpen, goesOn] = [place % 40 === 7, place % 40 === 8];
  const end = isOpen ? null : after(10, place);
  const first = {
    ...{ receivedOn: after(0, place), acknowledgedOn: after(2, place), dueOn: after(14, place) },
    ...{ answeredOn: end, closedOn: end, ended: !isOpen, serviceId: 'highways' },
  };
  const second = {
    ...first,
    number: 2,
    receivedOn: after(20, place),
    answeredOn: null,
    closedOn: null,
    ended: false,
  };
  return complaintChanged({
    id: `corporate-${place}`,
    closedOn: goesOn ? null : end,
    stages: [
      stage({ ...first, id: `corporate-stage-${place}-1` }),
      ...(goesOn ? [stage({ ...second, id: `corporate-stage-${place}-2` })] : []),
    ],
  });
});

/** Of a service that has nothing else, without a day of any end. */
const RARE = complaintChanged({
  id: 'corporate-rare',
  stages: [stage({ id: 'corporate-stage-rare', receivedOn: '2021-05-04', serviceId: 'rare' })],
});

type Question = (context: Context) => Promise<unknown>;

const list =
  (...[arguments_]: [Parameters<typeof complaints>[1]]): Question =>
  (context) =>
    complaints(context, arguments_);
const behind =
  (...[arguments_]: [Parameters<typeof counted>[1]]): Question =>
  (context) =>
    counted(context, arguments_);

/** What is open by service in the midst of a month. */
const openWithin: Question = (context) =>
  measures(context, { by: ['SERVICE'], where: {}, asAt: '2018-06-14', asked: askedFor(['OPEN']) });

/** Each index, and a question that reads it. An index for which there is none costs each load, and gives nothing back. */
const REASONS: Readonly<Record<string, Question>> = {
  stage_fact_by_reference_key: (context) => complaint(context, { reference: 'corporate-stage-rare' }),
  stage_fact_by_received: behind({ measure: 'RECEIVED' }),
  stage_fact_by_answered: behind({ measure: 'ANSWERED' }),
  stage_fact_by_due: openWithin,
  stage_fact_by_followed: openWithin,
  stage_fact_by_acknowledged: behind({ measure: 'ACKNOWLEDGED' }),
  stage_fact_by_closed: behind({ measure: 'CLOSED' }),
  stage_fact_by_service: behind({ measure: 'RECEIVED', where: { services: ['rare'] } }),
  stage_fact_by_went_on: (context) =>
    measures(context, { by: [], where: {}, asAt: '2021-09-30', asked: askedFor(['WENT_ON']) }),
  stage_fact_closed_before: (context) =>
    measures(context, { by: [], where: { to: '2021-12-31' }, asAt: '2021-09-30' }),
  stage_fact_answered_before: (context) =>
    measures(context, { by: [], where: { to: '2021-12-31' }, asAt: '2021-09-30' }),
  stage_fact_ended_before: (context) => measures(context, { by: ['STREAM'], asked: askedFor(['OPEN']) }),
  stage_fact_by_partner: (context) => measures(context, { by: [], where: {} }),
  complaint_fact_pkey: (context) => complaint(context, { id: 'corporate-rare' }),
  complaint_fact_by_received: list({}),
  complaint_fact_by_changed: list({ orderBy: { field: 'CHANGED_AT' } }),
  complaint_fact_by_due: list({ orderBy: { field: 'DUE_ON' } }),
  complaint_fact_without_due: list({
    orderBy: { field: 'DUE_ON' },
    first: 200,
    where: { services: ['rare'] },
  }),
  complaint_fact_by_closed: list({ orderBy: { field: 'CLOSED_ON' } }),
  complaint_fact_without_closed: list({ orderBy: { field: 'CLOSED_ON' }, where: { services: ['rare'] } }),
  complaint_fact_open: list({ where: { status: 'OPEN' } }),
  complaint_fact_open_by_due: list({ where: { status: 'OPEN' }, orderBy: { field: 'DUE_ON' } }),
};

/** What the projection finds its rows by, and pages of `bi.complaints` their stages. */
const KEYS = ['stage_fact_pkey', 'stage_fact_by_complaint'];

describe('the indexes of the facts', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
    await project(database, [
      streamDescribed({ stream: 'CORPORATE' }),
      ...['highways', 'rare'].map((id) =>
        serviceNamed({ id, name: id, formerNames: [], directorateId: 'place' }),
      ),
      ...[...COMPLAINTS, RARE],
    ]);
    await database.owner.query('analyze insight.stage_fact, insight.complaint_fact');
  });
  afterAll(() => database.stop());

  const scans = async ({ transaction }: Context) => {
    const rows = await transaction.query<{ name: string; scans: number }>(
      `select relname as name, pg_stat_get_xact_numscans(indexrelid)::int as scans
       from pg_index join pg_class on pg_class.oid = indexrelid
       where indrelid in ('insight.stage_fact'::regclass, 'insight.complaint_fact'::regclass)`,
    );
    return new Map(rows.map((row) => [row.name, row.scans]));
  };
  const readBy = (question: Question, caller?: { role: string; partner?: string }) =>
    ask(
      database,
      async (context) => {
        const before = await scans(context);
        await question(context);
        const now = await scans(context);
        return [...now.keys()].filter((name) => now.get(name) !== before.get(name));
      },
      caller,
    );

  it.each(Object.entries(REASONS))('%s is read', async (name, question) => {
    expect(await readBy(question, name === 'stage_fact_by_partner' ? PARTNER : undefined)).toContain(name);
  });

  it('have each a reason', async () => {
    const rows: { name: string }[] = await database.owner.query(
      `select indexname as name from pg_indexes where schemaname = 'insight' and tablename in ('stage_fact', 'complaint_fact')`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...Object.keys(REASONS), ...KEYS].sort());
  });
});
