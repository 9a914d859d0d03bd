import type { ReportDefinition } from './definition';
import { repeated, wrongKey } from './faults';
import { sectionFaults } from './section-faults';

/** The definitions as they came. Throws an error that names each fault, and where it is. */
export function checkDefinitions(definitions: readonly ReportDefinition[]): readonly ReportDefinition[] {
  const keys = definitions.map(({ key }) => key);
  const faults = [...repeated('The reports', keys), ...definitions.flatMap(faultsOf)];
  if (faults.length === 0) return definitions;
  throw new Error(`The definitions of reports have faults:\n${faults.join('\n')}`);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What is wrong with a definition, each fault with where it is; none where nothing is. */
function faultsOf(definition: ReportDefinition): readonly string[] {
  const { key, version, since, upTo, sections } = definition;
  const at = `Report ${key}`;
  const tables = sections.flatMap(({ tables = [] }) =>
    tables.flatMap((table) => ('key' in table ? [table.key] : [])),
  );
  return [
    ...wrongKey(at, key),
    ...(Number.isInteger(version) && version > 0 ? [] : [`${at}: its version is no whole number from 1`]),
    ...(DAY.test(since) ? [] : [`${at}: since is no day`]),
    ...(upTo.length > 0 ? [] : [`${at}: it speaks of no quarter`]),
    ...(sections.length > 0 ? [] : [`${at}: it has no section`]),
    ...(['title', 'rule', 'audience'] as const)
      .filter((part) => definition[part].trim() === '')
      .map((part) => `${at}: its ${part} is empty`),
    ...repeated(
      `${at}: sections`,
      sections.map((section) => section.key),
    ),
    ...repeated(`${at}: tables`, tables),
    ...sections.flatMap((section) => sectionFaults(`${at}, section ${section.key}`, section, upTo)),
  ];
}
