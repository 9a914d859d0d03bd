import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Deadline } from './told';

const PAGE = path.join(__dirname, '..', '..', '..', 'docs', 'casework-tried.md');

/** A complaint as the page tells it. */
interface Tried {
  readonly title: string;
  /** What is told of it, in a sentence or two. */
  readonly about: string;
  readonly timeline: readonly string[];
  readonly deadlines: readonly Deadline[];
  /** The ombudsman's case of it, where it has one. */
  readonly ombudsman?: { readonly timeline: readonly string[]; readonly deadlines: readonly Deadline[] };
}

const inTime = ({ isInTime }: Deadline): string => ({ true: 'yes', false: 'no', null: '–' })[`${isInTime}`];

function limitLines(deadline: Deadline, of: string): readonly string[] {
  const { title, name, dueOn, metOn, steps } = deadline;
  const paragraph = (source: Deadline['source'] | null) =>
    source === null ? '' : ` *(${source.law}, ${source.paragraph})*`;
  return [
    `**${of}${title}** (\`${name}\`), due ${dueOn ?? 'on no day yet'}, met ${metOn ?? '–'}, in time: ${inTime(deadline)}`,
    '',
    ...steps.map(({ on, text, source }) => `- ${dated(on, text)}${paragraph(source)}`),
    '',
  ];
}

/** The day of a step, where its sentence does not name one. */
const dated = (on: string | null, text: string): string =>
  on === null || /\d{4}-\d\d-\d\d/.test(text) ? text : `${on}: ${text}`;

/** A complaint's part of the page. */
export const triedSection = ({ title, about, timeline, deadlines, ombudsman }: Tried): string =>
  [
    ...[`## ${title}`, '', about, '', '### What happened', ''],
    ...timeline.map((line) => `1. ${line}`),
    ...['', '### By when, and why', ''],
    ...deadlines.flatMap((each) => limitLines(each, `Stage ${each.stage}: `)),
    ...(ombudsman === undefined ? [] : ombudsmanLines(ombudsman)),
  ]
    .join('\n')
    .trimEnd();

const ombudsmanLines = ({ timeline, deadlines }: NonNullable<Tried['ombudsman']>): readonly string[] => [
  ...["### The ombudsman's case", ''],
  ...timeline.map((line) => `1. ${line}`),
  '',
  ...deadlines.flatMap((each) => limitLines(each, '')),
];

/**
 * Compares a complaint's part of the page with what the product tells. Where the page has none of that title it is written, so
 * that a part is renewed by taking it out. Gives what the page has.
 */
export function keptSection(tried: Tried): string {
  const page = readFileSync(PAGE, 'utf8').trimEnd();
  const heading = `\n## ${tried.title}\n`;
  const from = page.indexOf(heading);
  if (from < 0) {
    writeFileSync(PAGE, `${page}\n\n${triedSection(tried)}\n`);
    return 'The page had no part of that title. It has now: look through it, and run this again.';
  }
  const to = page.indexOf('\n## ', from + heading.length);
  return page.slice(from + 1, to < 0 ? undefined : to).trimEnd();
}
