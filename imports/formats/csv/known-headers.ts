import { ADULTS_COLUMNS } from '../../adults/columns';
import { CALL_COLUMNS } from '../../calls/columns';
import { CORPORATE_COLUMNS } from '../../corporate-crm/columns';
import { COVERAGE_COLUMNS } from '../../coverage/columns';
import { REGISTER_COLUMNS } from '../../ombudsman/columns';

/** The columns of every source that has a header, by the source's name: what a refusal may repeat of a header. */
export const KNOWN_HEADERS: Readonly<Record<string, readonly string[]>> = {
  'corporate-crm': CORPORATE_COLUMNS,
  adults: ADULTS_COLUMNS,
  ombudsman: REGISTER_COLUMNS,
  calls: CALL_COLUMNS,
  coverage: COVERAGE_COLUMNS,
};

/** Letters and digits alone: "Case_Ref", "CASE REF" and "CaseRef" look like one column. */
const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const KNOWN = new Set(Object.values(KNOWN_HEADERS).flat().map(bare));

/** Whether a cell looks like the name of a column that `header` or some source has, and not like what somebody wrote. */
export function looksLikeColumn(name: string, header: readonly string[]): boolean {
  const key = bare(name);
  return KNOWN.has(key) || header.some((column) => bare(column) === key);
}

/** The source, other than the one with this header, that has all its columns among these names; null where none has. */
export function sourceWith(names: readonly string[], header: readonly string[]): string | null {
  const there = new Set(names.map(bare));
  const found = Object.entries(KNOWN_HEADERS).find(
    ([, columns]) => columns !== header && columns.every((column) => there.has(bare(column))),
  );
  return found?.[0] ?? null;
}
