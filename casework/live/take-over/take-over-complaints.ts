import { caseOf } from '../../../domain/procedure/case-of';
import type { FactsOf, TimelineEntry } from '../../../domain/procedure/command';
import { groupBy } from '../../../platform/tables/group-by';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import { readOwn } from '../../reading/read-stages';
import { inOrder } from '../../stages/complaint-state';
import { lockComplaints } from '../../stages/lock-related-stages';
import type { StageRow } from '../../tables/case-tables';
import { liveCaseRow, liveClockRow } from '../live-case-row';
import { liveTables } from '../tables';
import type { CaseWork } from '../write-entry';
import { type Inheriting, inheritedStages, type NotInheritable } from './inherited-stages';

/** A complaint that stays as its system recorded it, and why. */
export interface LeftAlone {
  readonly complaintId: string;
  readonly why: NotInheritable;
}

/** What came of taking over some complaints. */
export interface TakenOver {
  readonly complaintIds: readonly string[];
  readonly left: readonly LeftAlone[];
}

/** Which complaints; `by` is the subject of whoever takes them over. */
export interface TakeOverAsked {
  readonly complaintIds: readonly string[];
  readonly by: string;
}

/**
 * Makes live ones of complaints that an inherited system recorded, in the caller's transaction: each begins its timeline with
 * the stages as they are held, which keep their ids and stay as they are. Those that are live already are passed over, so that
 * it may be asked as often as it takes.
 */
export async function takeOverComplaints(work: CaseWork, asked: TakeOverAsked): Promise<TakenOver> {
  const { procedure } = work;
  const { begun, left } = await begunBy(work, asked);
  await write(
    work,
    begun.map((each) => ({ ...each, state: caseOf({ procedure, entries: [each.entry] }) })),
  );
  return { complaintIds: begun.map(({ complaintId }) => complaintId), left };
}

/** How each would begin its timeline; locks the complaints, and writes nothing. */
export async function begunBy(
  work: CaseWork,
  { complaintIds, by }: TakeOverAsked,
): Promise<Pick<TakenOver, 'left'> & { readonly begun: readonly Begun[] }> {
  const { transaction, stream } = work;
  const locked = [...(await lockComplaints(transaction, { schema: stream.name, complaintIds })).values()];
  const waiting = await notLive(work, locked);
  const inheriting = { ...work, imported: stream, ownOf: await readOwnOf(work, waiting) };
  const left: LeftAlone[] = [];
  const begun: Begun[] = [];
  const beginning = { place: 1, by, at: work.now.toISOString() };
  for (const [complaintId, rows] of groupBy(waiting, ({ complaint_id }) => complaint_id)) {
    const facts = factsOf(rows, inheriting);
    if (typeof facts === 'string') left.push({ complaintId, why: facts });
    else begun.push({ complaintId, entry: { ...beginning, stage: lastOf(facts), facts } });
  }
  return { begun, left };
}

/** The first entry of a complaint's timeline. */
interface Begun {
  readonly complaintId: string;
  readonly entry: TimelineEntry;
}

const lastOf = ({ stages }: FactsOf<'takeOver'>): number => stages.at(-1)?.number ?? 1;

async function notLive({ transaction, stream }: CaseWork, rows: readonly StageRow[]): Promise<StageRow[]> {
  const live = await transaction.query<{ id: string }>(
    `select complaint_id as id from "${stream.name}".live_clock where complaint_id = any ($1)`,
    [[...new Set(rows.map(({ complaint_id }) => complaint_id))]],
  );
  const known = new Set(live.map(({ id }) => id));
  return rows.filter(({ complaint_id }) => !known.has(complaint_id));
}

async function readOwnOf(
  { transaction, stream: { ownStage } }: CaseWork,
  rows: readonly StageRow[],
): Promise<Inheriting['ownOf']> {
  const own = ownStage.personal
    ? []
    : await readOwn(transaction, { own: ownStage, stageIds: rows.map(({ id }) => id) });
  const named = new Map(
    own.map((row) => [
      row.stage_id,
      Object.fromEntries(
        Object.entries(ownStage.columns).map(([column, name]) => [name, row[column] ?? null]),
      ),
    ]),
  );
  return (stageId) => named.get(stageId) ?? {};
}

function factsOf(rows: readonly StageRow[], inheriting: Inheriting): FactsOf<'takeOver'> | NotInheritable {
  const stages = inheritedStages(rows, inheriting);
  if (typeof stages === 'string') return stages;
  const latest = inOrder(rows).at(-1);
  return {
    ...{ event: 'takeOver', stages, source: latest?.source ?? '' },
    channel: latest?.channel ?? null,
    serviceId: latest?.service_id ?? null,
    theme: latest?.theme ?? null,
  };
}

/** How each stands comes first: whose timeline somebody may write, the policies tell by it. */
async function write(
  { transaction, stream, now, ...counting }: CaseWork,
  begun: readonly (Begun & { readonly state: ReturnType<typeof caseOf> })[],
): Promise<void> {
  const { liveCase, liveClock, timelineEntry } = liveTables(stream.name);
  await bulkUpsert(
    transaction,
    liveCase,
    begun.map(({ complaintId, state }) => liveCaseRow(complaintId, state, { ...counting, began: now, now })),
  );
  await bulkUpsert(
    transaction,
    liveClock,
    begun.map(({ complaintId, state }) => liveClockRow(complaintId, state)),
  );
  if (begun.length === 0) return;
  await transaction.query(
    `insert into ${timelineEntry.table} (complaint_id, place, stage, event, facts, by, at)
     select "complaintId", (entry->>'place')::int, (entry->>'stage')::smallint, entry->'facts'->>'event', entry->'facts',
       entry->>'by', (entry->>'at')::timestamptz
     from jsonb_to_recordset($1::jsonb) as begun ("complaintId" text, entry jsonb)`,
    [JSON.stringify(begun.map(({ complaintId, entry }) => ({ complaintId, entry })))],
  );
}
