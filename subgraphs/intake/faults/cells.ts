import DataLoader from 'dataloader';
import { recordAudit } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';

/** One cell of a row as it came. */
export interface Cell {
  readonly column: string;
  readonly value: string;
}

/** Reads the cells of quarantined rows by their ids, those of one operation together, and records each reading. */
export function cellsLoader(context: OperationContext): DataLoader<string, Cell[] | null> {
  return new DataLoader(async (ids) => {
    const rows = await context.transaction.query<{ id: string; raw: object }>(
      'select id, raw from intake.quarantined_row where id = any($1)',
      [ids],
    );
    const recordIds = rows.map(({ id }) => id);
    if (rows.length > 0)
      await recordAudit(context, { schema: 'intake', action: 'QUARANTINED_ROW_READ', recordIds });
    const cells = new Map(rows.map(({ id, raw }) => [id, cellsOf(raw)]));
    return ids.map((id) => cells.get(id) ?? null);
  });
}

/**
 * Reads the cells of conflicting copies by the ids of their faults, those of one operation together, and records each
 * reading. Null for every other fault.
 */
export function copyCellsLoader(context: OperationContext): DataLoader<string, Cell[] | null> {
  return new DataLoader(async (ids) => {
    const rows = await context.transaction.query<{ id: string; raw: object }>(
      `select requested.id, fault.raw
       from unnest($1::text[]) as requested (id)
       join intake.fault on fault.run_id = split_part(requested.id, '-', 1)::bigint
         and fault.place = split_part(requested.id, '-', 2)::int and fault.raw is not null`,
      [ids],
    );
    const recordIds = rows.map(({ id }) => id);
    if (rows.length > 0) await recordAudit(context, { schema: 'intake', action: 'COPY_READ', recordIds });
    const cells = new Map(rows.map(({ id, raw }) => [id, cellsOf(raw)]));
    return ids.map((id) => cells.get(id) ?? null);
  });
}

/** The cells of a row, in the order of its columns. */
export const cellsOf = (raw: object): Cell[] =>
  Object.entries(raw).map(([column, value]) => ({
    column,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
