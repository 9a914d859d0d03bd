import type { Cell } from './copy-in';
import type { Session } from './session';
import type { Finding, StagedRow } from './types';

const STAGED =
  'staged (ordinal, line, kind, owner, content_hash, identity, last_updated, keeper, turn_of, reason)';
const BODIES = 'staged_body (ordinal, raw, record)';
const FAULTS = 'staged_fault (ordinal, nth, line, column_name, code, value, action)';

/** Stages a batch of rows; `first` is the ordinal of the first of them. */
export async function stageRows(session: Session, first: number, rows: readonly StagedRow[]): Promise<void> {
  const staged: Cell[][] = [];
  const bodies: Cell[][] = [];
  const faults: Cell[][] = [];
  rows.forEach((row, index) => {
    const ordinal = first + index;
    staged.push(stagedCells(ordinal, row));
    bodies.push([ordinal, asJson(row.raw), row.kind === 'taken' ? asJson(row.record) : null]);
    row.faults.forEach(({ line, column, code, value, action }, nth) => {
      faults.push([ordinal, nth, line, column, code, value, action]);
    });
  });
  await session.copyIn(STAGED, staged);
  await session.copyIn(BODIES, bodies);
  await session.copyIn(FAULTS, faults);
}

function stagedCells(ordinal: number, row: StagedRow): Cell[] {
  const { line, kind, contentHash } = row;
  if (row.kind !== 'taken') {
    return [
      ordinal,
      line,
      kind,
      row.owner ?? null,
      contentHash,
      null,
      null,
      null,
      null,
      row.kind === 'leftOut' ? row.reason : null,
    ];
  }
  const { identity, lastUpdated, keeper, order } = row;
  const owner = row.owner === undefined ? keeper : row.owner;
  return [ordinal, line, kind, owner, contentHash, identity, lastUpdated, keeper, order, null];
}

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
       case when found.personal then null else nullif(body.raw ->> found."column", '') end, found.action
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
