import type { Quarter } from '../../../../domain/calendar/financial-year';
import type { SectionDefinition } from './definition';
import { wrongKey } from './faults';
import { tableFaults } from './table-faults';

/** What a sentence can hold of the report. */
const PLACEHOLDERS = ['{year}', '{period}', '{quarter}'];

/** What is wrong with a section, each fault with where it is. */
export function sectionFaults(
  at: string,
  section: SectionDefinition,
  upTo: readonly Quarter[],
): readonly string[] {
  const { key, paragraphs = [], standouts = [], tables = [], blanks = [] } = section;
  const keyed = tables.flatMap((table) => ('key' in table ? [table] : []));
  const unheld = standouts.filter(({ table }) => !keyed.some((one) => one.key === table));
  const unknown = paragraphs.flatMap((text) => text.match(/\{[^}]*\}/g) ?? []);
  return [
    ...wrongKey(at, key),
    ...headingFaults(at, section),
    ...emptyFaults(at, section),
    ...unheld.map(({ table }) => `${at}: it tells what stands out of table ${table}, which it does not hold`),
    ...unknown
      .filter((name) => !PLACEHOLDERS.includes(name))
      .map((name) => `${at}: a sentence holds ${name}, which is none of ${PLACEHOLDERS.join(', ')}`),
    ...blanks
      .filter(({ wouldFill }) => wouldFill.trim() === '')
      .map(({ label }) => `${at}: nothing says what would fill ${label}`),
    ...keyed.flatMap((table) => {
      const read = standouts
        .filter((standout) => standout.table === table.key)
        .flatMap(({ now, before }) => [now, before]);
      return tableFaults(`${at}, table ${table.key}`, table, { upTo, read });
    }),
  ];
}

function headingFaults(at: string, { heading, formerHeadings = [] }: SectionDefinition): readonly string[] {
  const days = formerHeadings.map(({ until }) => until);
  const isInOrder = String([...days].sort()) === String(days);
  return [
    ...(heading.trim() ? [] : [`${at}: it has no heading`]),
    ...(isInOrder ? [] : [`${at}: its former headings are not in the order of their days`]),
  ];
}

function emptyFaults(at: string, section: SectionDefinition): readonly string[] {
  const { paragraphs = [], standouts = [], tables = [], blanks = [], prompt } = section;
  const holds = [paragraphs, standouts, tables, blanks].some(({ length }) => length > 0);
  return holds || prompt !== null ? [] : [`${at}: it holds nothing and asks nothing of anybody`];
}
