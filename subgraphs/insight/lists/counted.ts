import { type ComplaintStub, complaintStub } from '../../../contracts/complaint-stub';
import { Parameters } from '../../../counting/days-sql';
import type { Day } from '../../../domain/calendar/day';
import { keysOf } from '../../../platform/tables/keys-of';
import type { Context } from '../context';
import { partlyRecorded } from '../coverage/coverage';
import { OMBUDSMAN_COUNTS } from '../figures/catalogue/counts';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import { refuseAgesOfFlows } from '../figures/check-ages';
import { refuseListOfCalls } from '../figures/check-calls';
import { type Checked, checkQuestion } from '../figures/check-question';
import type { CheckedFilter, MeasureFilter } from '../figures/filter';
import { type ListedFacts, listedFacts } from '../figures/listed-facts';
import { isMeasureRecorded } from '../figures/measure-recorded';
import { furtherParts, servicesAsked } from '../figures/parts';
import { checkPage, type Page, type PageOf, pageOf } from './paging';

/** One thing that a figure counts: a stage, for CLOSED a complaint with its latest stage, an ombudsman's case or a remedy. */
export interface Counted {
  /** Of the measure and the thing together: a client that caches by id keeps one measure's day apart from another's. */
  readonly id: string;
  /** The id of the stage, complaint or case that it is, or is of. */
  readonly subject: string;
  readonly reference: string | null;
  readonly stage: number | null;
  readonly on: string;
  /** Null for an ombudsman's case whose complaint is not known. */
  readonly complaint: ComplaintStub | null;
  readonly ombudsmanCase: { readonly id: string } | null;
}

/** A page of what a figure counts, and what its `totalCount` is worked out from when somebody asks. */
export interface CountedPage extends PageOf<Counted> {
  readonly counts: { readonly measure: Measure; readonly checked: Checked };
  readonly asAt: Day;
  /** Streams whose records end before the period does. */
  readonly partial: readonly string[];
}

interface CountedFactRow {
  id: string;
  subject: string;
  reference: string;
  stage: number | null;
  day: string;
  complaint_id: string | null;
}

const OF_CASES: ReadonlySet<Measure> = new Set<Measure>([
  ...keysOf(OMBUDSMAN_COUNTS),
  'REMEDY_COMPLIANCE_RATE',
]);

/** Lists what `measures` counts under the same filter, by day, then id. Throws BAD_USER_INPUT as `measures` does. */
export async function counted(
  context: Context,
  {
    measure,
    where,
    asAt,
    ...paging
  }: {
    measure: Measure;
    where?: MeasureFilter | null | undefined;
    asAt?: unknown;
    first?: number | null | undefined;
    after?: string | null | undefined;
  },
): Promise<CountedPage> {
  refuseListOfCalls(measure);
  const checked = await checkQuestion(context, { where, asAt });
  refuseAgesOfFlows([measure], checked);
  const { filter, at, recording } = checked;
  const cut = at.isCut ? [at.asAt] : [];
  const page = checkPage(paging, ['counted', measure, questionOf(filter), ...cut]);
  const rows = await readCounted(context, { measure, checked, page });
  return {
    counts: { measure, checked },
    asAt: at.asAt,
    partial: partlyRecorded(filter, recording),
    ...pageOf(page, rows, (row) => ({
      id: `${measure}:${row.id}`,
      subject: row.subject,
      reference: row.reference,
      stage: row.stage,
      on: row.day,
      complaint: row.complaint_id === null ? null : complaintStub(row.complaint_id),
      ombudsmanCase: OF_CASES.has(measure) ? { id: row.subject } : null,
    })),
  };
}

/** The figure itself, or what it is divided by; null where it was not recorded, while the list still shows what there is. */
export async function countedTotal(
  { counts: { measure, checked } }: CountedPage,
  { transaction }: Context,
): Promise<number | null> {
  const { filter, at, recording } = checked;
  const { streams, stages, days } = filter;
  if (!isMeasureRecorded(measure, { streams, stages, days, asAt: at.asAt }, recording)) return null;
  const parameters = new Parameters();
  const { table, conditions } = listedFacts(measure, { parameters, checked });
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${conditions.join(' and ')}`,
    parameters.values,
  );
  return rows[0]?.count ?? 0;
}

function questionOf(filter: CheckedFilter): object {
  const { days, stages, ...parts } = filter;
  return { streams: parts.streams, stages, days, services: servicesAsked(parts), ...furtherParts(parts) };
}

async function readCounted(
  { transaction }: Context,
  { measure, checked, page }: { measure: Measure; checked: Checked; page: Page },
): Promise<CountedFactRow[]> {
  const parameters = new Parameters();
  const facts = listedFacts(measure, { parameters, checked });
  const conditions = [...facts.conditions, ...afterPage(facts, { page, parameters })];
  return transaction.query<CountedFactRow>(
    `select ${facts.id} as id, ${facts.subject} as subject, reference, stage, ${facts.day}::text as day, complaint_id
     from ${facts.table} where ${conditions.join(' and ')}
     order by ${facts.day}, ${facts.id} limit ${parameters.bind(page.size + 1, 'int')}`,
    parameters.values,
  );
}

function afterPage(
  facts: ListedFacts,
  { page: { after }, parameters }: { page: Page; parameters: Parameters },
): string[] {
  if (!after) return [];
  const [day, id] = [parameters.bind(after.day, 'date'), parameters.bind(after.id, 'text')];
  return [`(${facts.day}, ${facts.id}) > (${day}, ${id})`];
}
