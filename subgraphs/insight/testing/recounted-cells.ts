import { addDays, type Day, toDay } from '../../../domain/calendar/day';
import type { TestDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { ROLLUPS, type Rollup } from '../rollups/rollup-tables';
import type { StageFactRow } from '../tables/fact-tables';

/** One thing that a stage adds to a cell. */
interface Told {
  readonly day: string | null;
  readonly count: string;
  readonly by?: number;
  readonly holds?: boolean;
}

/** The cells of a rollup as they are kept and as they have to be, each in order. */
export interface ComparedCells {
  readonly rollup: string;
  readonly kept: readonly unknown[];
  readonly recounted: readonly unknown[];
}

/** Every rollup beside a recount of the facts that are there. */
export function compareCells(database: TestDatabase): Promise<readonly ComparedCells[]> {
  const scope = { subject: 'projection', role: 'projection' };
  return inTransaction(database.of('insight'), scope, async ({ query }) => {
    const stages = await query<StageFactRow>('select * from insight.stage_fact');
    const compared: ComparedCells[] = [];
    for (const rollup of ROLLUPS) {
      const rows = await query(`select * from ${rollup.table}`);
      const kept = new Map(rows.map((row) => [keyOf(rollup, row), rollup.counts.map((count) => row[count])]));
      const recounted = recountedCells(rollup, stages);
      compared.push({ rollup: rollup.name, kept: inOrder(kept), recounted: inOrder(recounted) });
    }
    return compared;
  });
}

const inOrder = (cells: ReadonlyMap<string, unknown>): readonly unknown[] =>
  [...cells].sort(([one], [other]) => (one < other ? -1 : 1));

/** A rollup's cells counted one stage at a time and without SQL: what it counts by the values that a cell is told apart by. */
function recountedCells(rollup: Rollup, stages: readonly StageFactRow[]): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (const stage of stages) {
    for (const { day, count, by = 1, holds = true } of toldOf(stage, rollup)) {
      const place = rollup.counts.indexOf(count);
      if (day === null || !holds || place < 0) continue;
      const key = keyOf(rollup, { ...stage, day, month: `${day.slice(0, 7)}-01` });
      const cell = cells.get(key) ?? rollup.counts.map(() => 0);
      cell[place] = (cell[place] ?? 0) + by;
      cells.set(key, cell);
    }
  }
  return new Map([...cells].filter(([, counts]) => counts.some((count) => count !== 0)));
}

/** The values that a cell is told apart by, as one text. */
const keyOf = ({ keys }: Rollup, row: object): string =>
  JSON.stringify(keys.map((key) => Reflect.get(row, key)));

function toldOf(stage: StageFactRow, { name }: Rollup): readonly Told[] {
  if (name.startsWith('open_by')) return changesOf(stage);
  if (!name.startsWith('answer_days')) return flowsOf(stage);
  return [{ day: stage.answered_on, count: 'answered', holds: stage.days_to_answer !== null }];
}

function flowsOf(stage: StageFactRow): readonly Told[] {
  const { received_on, acknowledged_on, answered_on, closed_on, followed_on, route, outcome } = stage;
  const isLater = stage.stage > 1;
  return [
    { day: received_on, count: 'received' },
    { day: received_on, count: 'escalated', holds: isLater && route === 'ESCALATED' },
    { day: received_on, count: 'direct', holds: isLater && route === 'DIRECT' },
    { day: received_on, count: 'went_on', holds: stage.went_on_on !== null },
    { day: acknowledged_on, count: 'acknowledged' },
    { day: acknowledged_on, count: 'acknowledged_in_time', holds: stage.acknowledged_in_time === true },
    { day: answered_on, count: 'answered' },
    { day: answered_on, count: 'answered_in_time', holds: stage.in_time === true },
    { day: answered_on, count: 'upheld', holds: outcome === 'UPHELD' },
    { day: answered_on, count: 'partially_upheld', holds: outcome === 'PARTIALLY_UPHELD' },
    { day: answered_on, count: 'not_upheld', holds: outcome === 'NOT_UPHELD' },
    { day: closed_on, count: 'closed', holds: followed_on === null },
  ];
}

function changesOf(stage: StageFactRow): readonly Told[] {
  const received = toDay(stage.received_on);
  const end = stage.answered_on ?? stage.followed_on ?? stage.closed_on;
  const isBefore = (day: Day): boolean => end === null || day < end;
  if (stage.ended_without_day || !isBefore(received)) return [];
  const changes: Told[] = [
    { day: received, count: 'open' },
    { day: end, count: 'open', by: -1 },
  ];
  if (stage.due_on === null) return changes;
  const afterDue = addDays(toDay(stage.due_on), 1);
  const late = afterDue > received ? afterDue : received;
  if (!isBefore(late)) return changes;
  return [...changes, { day: late, count: 'overdue' }, { day: end, count: 'overdue', by: -1 }];
}
