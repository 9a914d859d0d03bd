import type { Session } from './session';
import { copyRows, type TemporaryRow } from './temporary-tables';
import type { Finding, StagedRow } from './types';

/** Stages a batch of rows; `first` is the ordinal of the first of them. */
export async function stageRows(session: Session, first: number, rows: readonly StagedRow[]): Promise<void> {
  const numbered = rows.map((row, index) => ({ ordinal: first + index, row }));
  await copyRows(session, 'staged', numbered.map(stagedRow));
  await copyRows(session, 'staged_body', numbered.map(stagedBody));
  await copyRows(session, 'staged_fault', numbered.flatMap(stagedFaults));
}

interface NumberedRow {
  readonly ordinal: number;
  readonly row: StagedRow;
}

function stagedRow({ ordinal, row }: NumberedRow): TemporaryRow<'staged'> {
  const { line, kind, contentHash: content_hash } = row;
  const days = boundsOf(row.days ?? []);
  if (row.kind !== 'taken') {
    const reason = row.kind === 'leftOut' ? row.reason : null;
    const notTaken = { identity: null, last_updated: null, keeper: null, turn_of: null };
    return { ordinal, line, kind, owner: row.owner ?? null, content_hash, ...notTaken, reason, ...days };
  }
  const { identity, lastUpdated: last_updated, keeper, order: turn_of } = row;
  const owner = row.owner === undefined ? keeper : row.owner;
  const taken = { identity, last_updated, keeper, turn_of };
  return { ordinal, line, kind, owner, content_hash, ...taken, reason: null, ...days };
}

/** ISO days sort as text. */
function boundsOf(days: readonly string[]): { first_day: string | null; last_day: string | null } {
  const sorted = [...days].sort();
  return { first_day: sorted[0] ?? null, last_day: sorted.at(-1) ?? null };
}

const stagedBody = ({ ordinal, row }: NumberedRow): TemporaryRow<'staged_body'> => ({
  ordinal,
  raw: asJson(row.raw),
  record: row.kind === 'taken' ? asJson(row.record) : null,
});

const stagedFaults = ({ ordinal, row }: NumberedRow): TemporaryRow<'staged_fault'>[] =>
  row.faults.map(({ line, column, code, value, action }, nth) => ({
    ...{ ordinal, nth, line, column_name: column },
    ...{ code, value, action },
  }));

const NUL = '\\u0000';

/** PostgreSQL's text cannot hold NUL, and neither can a `jsonb` that a record ends up in. */
function asJson(value: object): string {
  const json = JSON.stringify(value);
  return json.includes(NUL) ? json.replaceAll(NUL, '\\ufffd') : json;
}

/** Stages what a keeper found, after the rows' own faults. */
export async function stageFindings(session: Session, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await session.query(
    `insert into staged_fault (ordinal, nth, line, column_name, code, value, action)
     select found.ordinal, 1000 + found.nth, staged.line, found."column", found.code,
       case when found.personal then null else nullif(body.raw ->> found."column", '') end,
       found.action || coalesce(' (Sheet "' || (body.raw ->> '(sheet)') || '".)', '')
     from (
       select (finding ->> 'ordinal')::int as ordinal, nth, finding ->> 'column' as "column",
         finding ->> 'code' as code, (finding ->> 'personal')::boolean as personal, finding ->> 'action' as action
       from jsonb_array_elements($1::jsonb) with ordinality as found (finding, nth)
     ) as found
     join staged_body as body using (ordinal)
     join staged using (ordinal)`,
    [JSON.stringify(findings)],
  );
}
