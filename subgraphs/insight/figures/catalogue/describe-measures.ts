import { ageBandDefinitions } from './age-bands';
import type { Definition } from './definition';
import { MEASURE_NAMES, MEASURES, type Measure } from './measure-catalogue';

/** The part of the schema that follows from the catalogue: the measures' names, and the fields of a row of figures. */
export function measureSchema(): string {
  const values = MEASURE_NAMES.map((name) => `  "${describeMeasure(name)}"\n  ${name}\n`);
  const fields = MEASURE_NAMES.map(
    (name) => `  "${MEASURES[name].counts}."\n  ${MEASURES[name].figure}: ${typeOf(MEASURES[name])}\n`,
  );
  const bands = ageBandDefinitions().map(({ ageBand, title }) => `  "${title}."\n  ${ageBand}\n`);
  return [
    `"What can be counted, and what is worked out from it."\nenum Measure @cost(weight: 2) {\n${values.join('')}}\n`,
    `"How old something open is: ${AGE}."\nenum AgeBand {\n${bands.join('')}}\n`,
    `extend type MeasureRow {\n${fields.join('')}}\n`,
  ].join('\n');
}

const AGE = "working days of the stream's calendar from the day of receipt, which is day 0";

/** What a measure counts, and by which day, in a sentence or two. */
export const describeMeasure = (name: Measure): string => {
  const { counts, datedBy } = MEASURES[name];
  return `${counts}. Dated by: ${lowerFirst(datedBy)}.`;
};

/** The page that explains every measure to people. */
export function measurePage(): string {
  return `# What the figures mean

Every measure is defined once. Figures, lists, the schema and this page come from that definition; \`measureDefinitions\`
gives the same words to programs. A measure that counts something else than before gets a new version, and the day from which
it holds. A figure is null where it was not recorded, never 0.

${MEASURE_NAMES.map(section).join('\n')}
## Age bands

\`AGE_BAND\` divides what is open, and what of it is overdue, on the same day by ${AGE}. What happened has no
age, and is refused beside it. Null is what came before the calendar's first day, unless it is older than all bands.

${ageBandDefinitions()
  .map(({ ageBand, title }) => `- \`${ageBand}\`: ${lowerFirst(title)}.`)
  .join('\n')}
`;
}

function section(name: Measure): string {
  const definition: Definition = MEASURES[name];
  const lines = [
    ['Counts', definition.counts],
    ...(definition.numerator ? [['Divides', definition.numerator]] : []),
    ...(definition.denominator ? [[definition.numerator ? 'By' : 'Of', definition.denominator]] : []),
    ['Dated by', definition.datedBy],
    ['Source', definition.source],
    ['Better is', POLARITIES[definition.polarity]],
    ['Version', `${definition.version}, since ${definition.since}`],
  ];
  return `## ${definition.title}

\`${name}\`, \`${MEASURES[name].figure}\` in ${UNITS[definition.unit]}.

${lines.map(([head, text]) => `- **${head}**: ${text}.`).join('\n')}
`;
}

const POLARITIES = { HIGHER_IS_BETTER: 'higher', LOWER_IS_BETTER: 'lower', NEITHER: 'neither' } as const;
const UNITS = { COUNT: 'whole numbers', RATE: 'shares from 0 to 1', WORKING_DAYS: 'working days' } as const;

const typeOf = ({ unit }: Definition): string => (unit === 'COUNT' ? 'Int' : 'Float');

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
