import { badInput, excerpt } from '../../../../counting/bad-input';
import type { Day } from '../../../../domain/calendar/day';
import { type Period, periodOf, type Quarter } from '../../../../domain/calendar/financial-year';
import { periodWords } from '../../../../domain/figures/periods';
import type { CountingContext } from '../../context';
import { CALLS, partlyRecorded } from '../../coverage/coverage';
import { sourcesOf } from '../../coverage/known-sources';
import { type Checked, checkQuestion } from '../../figures/check-question';
import { checkReportYear } from '../../report/period-report';
import { isProtected } from '../../small-numbers/rule';
import { directorateNamed } from '../../targets/names';
import { chosenTargets, readTargets } from '../../targets/targets';
import type { ReportContent, ReportSection } from '../content';
import type { ReportDefinition, SectionDefinition } from '../definitions/definition';
import { headingOn } from '../definitions/headings';
import type { Reported } from './columns';
import { countCells } from './count-cells';
import { type FilledTable, fillTable } from './fill-table';
import type { Aims } from './judged-cells';
import { plannedTables, templatesOf } from './plan-tables';
import { standoutSentence } from './standout-sentences';

/** What a report is filled for. */
export interface FillingAsked {
  readonly definition: ReportDefinition;
  /** Written 2021-22. */
  readonly financialYear: string;
  readonly upTo: Quarter;
}

/**
 * A report as its definition says, with its figures as the records stand now. Throws BAD_USER_INPUT for a financial year
 * that is none, or too early to have two years before it, and for a quarter that such a report does not speak of.
 */
export async function fillReport(
  context: CountingContext,
  { definition, financialYear, upTo }: FillingAsked,
): Promise<ReportContent> {
  const reported = { year: checkReportYear(financialYear), upTo: checkUpTo(definition, upTo) };
  const period = daysReported(reported);
  const checked = await checkedAsOfRecords(context);
  const { recording, at } = checked;
  const days = { from: period.from, to: period.to, financialYears: null, quarters: null };
  return {
    title: `${definition.title}: ${periodWords(period)}`,
    ...{ definition: definition.key, definitionVersion: definition.version },
    ...{ financialYear: reported.year, upTo, ...period, asAt: at.asAt },
    partial: partlyRecorded({ streams: null, days }, recording),
    sources: await sourcesOf(context.reference),
    sections: await filledSections(context, definition, {
      checked,
      reported,
      period,
      aims: await aimsIn(context, reported),
    }),
  };
}

function checkUpTo({ title, upTo: allowed }: ReportDefinition, upTo: Quarter): Quarter {
  if (allowed.includes(upTo)) return upTo;
  throw badInput('upTo', `is ${upTo}, and ${excerpt(title)} speaks of a year up to ${allowed.join(' or ')}.`);
}

/** From the year's first day to the last of its quarter. */
function daysReported({ year, upTo }: Reported): Period {
  const [first, last] = [periodOf({ financialYear: year }), periodOf({ financialYear: year, quarter: upTo })];
  if (first === null || last === null) throw badInput('financialYear', 'is outside of the calendar.');
  return { from: first.from, to: last.to };
}

/**
 * A question of everything as at the newest day that any records speak of: what each cell tells, `counted` tells as at
 * that day. Streams whose records end before are partial. Where small numbers are protected the day is the one of all that
 * is told.
 */
async function checkedAsOfRecords(context: CountingContext): Promise<Checked> {
  if (isProtected(context.identity)) return checkQuestion(context, {});
  const { recording, asAt: caughtUp } = await context.reference();
  const newest = [...(recording.reach ?? [])]
    .filter(([keeper]) => keeper !== CALLS)
    .map(([, { to }]) => to ?? caughtUp)
    .reduce<Day | null>((latest, day) => (latest !== null && latest > day ? latest : day), null);
  const asAt = newest === null || newest > caughtUp ? caughtUp : newest;
  return checkQuestion(context, { asAt });
}

/** The targets of the reported year that hold. */
async function aimsIn({ transaction, reference }: CountingContext, { year }: Reported): Promise<Aims> {
  const { known } = await reference();
  const targets = await readTargets(transaction, known);
  const directorates = new Map(
    known.services.map(({ name, directorateId }) => [name, directorateNamed(directorateId, known)]),
  );
  return {
    targets: chosenTargets(targets, { financialYears: [year] }),
    directorateOf: (service) => directorates.get(service) ?? null,
  };
}

interface Sectioning {
  readonly checked: Checked;
  readonly reported: Reported;
  readonly period: Period;
  readonly aims: Aims;
}

async function filledSections(
  context: CountingContext,
  { sections }: ReportDefinition,
  { checked, reported, period, aims }: Sectioning,
): Promise<readonly ReportSection[]> {
  const isPartner = context.identity.role === 'partner';
  const planning = { reported, recording: checked.recording, isPartner };
  const planned = sections.map((section) => ({ section, tables: plannedTables(section, planning) }));
  const templates = planned.flatMap(({ tables }) =>
    tables.flatMap(({ rows, columns }) => rows.flatMap((row) => [...templatesOf(row, columns).values()])),
  );
  const counted = await countCells(context, templates, checked);
  return planned.map(({ section, tables }) =>
    filledSection(
      section,
      tables.map((table) => fillTable(table, { counted, checked, aims })),
      { worded: wordsOf({ reported, period }), lastDay: period.to },
    ),
  );
}

const wordsOf =
  ({ reported: { year, upTo }, period }: Pick<Sectioning, 'reported' | 'period'>) =>
  (text: string): string =>
    text.replaceAll('{year}', year).replaceAll('{quarter}', upTo).replaceAll('{period}', periodWords(period));

function filledSection(
  section: SectionDefinition,
  tables: readonly FilledTable[],
  { worded, lastDay }: { readonly worded: (text: string) => string; readonly lastDay: Day },
): ReportSection {
  const { key, level, rule, prompt, paragraphs = [], standouts = [], blanks = [] } = section;
  return {
    ...{ key, level, rule, prompt, blanks },
    heading: headingOn(section, lastDay),
    paragraphs: [
      ...paragraphs.map(worded),
      ...standouts.map((standout) => standoutSentence(standout, tables)),
    ],
    tables: tables.map(({ table }) => table),
  };
}
