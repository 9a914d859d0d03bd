import type { ReportCell, ReportContent, ReportTable } from '../content';
import { mayBeSaid, numbersIn, type PublicNumbers } from './public-words';
import { quantitiesOf } from './quantities';
import type { DirectorateOf } from './regions';
import { sumsOf } from './relations';
import { TOLD_FROM, withhold } from './withhold';

/** What stands where a number is withheld. */
const NOT_SHOWN = 'not shown';

const NOTE = `Not shown: numbers of complaints from 1 to ${TOLD_FROM - 1}, and others from which they could be worked out.`;

const cellsOf = (content: ReportContent): readonly ReportCell[] =>
  tablesOf(content).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

const tablesOf = ({ sections }: ReportContent): readonly ReportTable[] =>
  sections.flatMap(({ tables }) => tables);

/**
 * A report as it may be published. A count from 1 to 4 is withheld; a rate or distribution of which a part is, too; and as
 * many other figures as it takes that none can be worked out by sums of the report, wherever in it they stand. What was
 * said of them goes with them: words of their row, whether they meet a target, which way they went, their question, and every
 * sentence with a number that no table tells. What people wrote is not here: whoever publishes has to read it.
 *
 * `directorateOf` tells in which directorate a service is, so that a directorate's services can be added up. `published` are
 * reports that were published before: whoever has them subtracts, and what they tell cannot be withheld any more.
 */
export function publicContent(
  content: ReportContent,
  {
    directorateOf = () => null,
    published = [],
  }: { readonly directorateOf?: DirectorateOf; readonly published?: readonly ReportContent[] } = {},
): ReportContent {
  const withheld = withheldCells(content, { directorateOf, published });
  const isWithheld = (cell: ReportCell) => withheld.has(cell);
  const numbers = numbersOf(content, isWithheld);
  const mayStay = (sentence: string) => mayBeSaid(sentence, numbers);
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.filter(mayStay),
      tables: section.tables.map((table) => publicTable(table, isWithheld, mayStay)),
    })),
  };
}

/** The cells whose own figure is withheld. */
function withheldCells(
  content: ReportContent,
  {
    directorateOf,
    published,
  }: { readonly directorateOf: DirectorateOf; readonly published: readonly ReportContent[] },
): ReadonlySet<ReportCell> {
  const quantities = new Map(cellsOf(content).map((cell) => [cell, quantitiesOf(cell)]));
  const before = published.flatMap(cellsOf).flatMap(quantitiesOf);
  const sums = sumsOf(distinct([...[...quantities.values()].flat(), ...before]), directorateOf);
  const keys = withhold(sums, new Set(before.map(({ key }) => key)));
  const isKept = (cell: ReportCell) => quantities.get(cell)?.every(({ key }) => !keys.has(key)) ?? true;
  const whole = new Set(tablesOf(content).filter(isWithheldWhole).flatMap(figuresIn));
  return new Set(cellsOf(content).filter((cell) => !isKept(cell) || whole.has(cell) || isOfUnknown(cell)));
}

/** One of each key: of two that differ, since they stand as at two days, the smaller. */
function distinct<Item extends { readonly key: string; readonly value: number }>(
  items: readonly Item[],
): readonly Item[] {
  const least = new Map<string, Item>();
  for (const item of items) {
    const other = least.get(item.key);
    if (!other || item.value < other.value) least.set(item.key, item);
  }
  return [...least.values()];
}

/** Whether a table tells a small number without a question, so that nobody here knows of what it is a part. */
const isWithheldWhole = (table: ReportTable): boolean => figuresIn(table).some(isSmallWithoutQuestion);

const figuresIn = ({ columns, rows }: ReportTable): readonly ReportCell[] =>
  rows.flatMap(({ cells }) =>
    cells.filter(({ state }, place) => state === 'TOLD' && columns[place]?.kind === 'FIGURE'),
  );

const isSmallWithoutQuestion = ({ question, value }: ReportCell): boolean =>
  question === null && value !== null && value > 0 && value < TOLD_FROM;

/** A figure of nobody knows how many. */
const isOfUnknown = (cell: ReportCell): boolean =>
  cell.question !== null && cell.value !== null && cell.state === 'TOLD' && quantitiesOf(cell).length === 0;

/** The numbers of the figures and targets as they are read, and as they are; not those that are said of them in words. */
function numbersOf(content: ReportContent, isWithheld: (cell: ReportCell) => boolean): PublicNumbers {
  const [told, withheld] = [new Set<string>(), new Set<string>()];
  for (const cell of figuresAndTargets(content)) {
    const { text, value, numerator, denominator } = cell;
    const counts = [value, numerator, denominator].filter((number) => number !== null);
    for (const number of [...numbersIn(text), ...counts.map(String)])
      (isWithheld(cell) ? withheld : told).add(number);
  }
  return { told, withheld };
}

const figuresAndTargets = (content: ReportContent): readonly ReportCell[] =>
  tablesOf(content).flatMap(({ columns, rows }) =>
    rows.flatMap(({ cells }) =>
      cells.filter(({ question }, place) => question !== null || columns[place]?.kind === 'TARGET'),
    ),
  );

function publicTable(
  table: ReportTable,
  isWithheld: (cell: ReportCell) => boolean,
  mayStay: (sentence: string) => boolean,
): ReportTable {
  const kindOf = (place: number) => table.columns[place]?.kind ?? 'FIGURE';
  const rows = table.rows.map((row) => {
    const isTouched = row.cells.some(isWithheld);
    const isLost = (cell: ReportCell, place: number) =>
      isWithheld(cell) ||
      isSaidOf(cell, kindOf(place), isTouched) ||
      !mayStayIn(cell, kindOf(place), mayStay);
    return {
      ...row,
      cells: row.cells.map((cell, place) =>
        isLost(cell, place) ? suppressed(cell) : isTouched ? { ...cell, direction: null } : cell,
      ),
    };
  });
  const isChanged = rows.some(({ cells }) => cells.some(({ state }) => state === 'SUPPRESSED'));
  return { ...table, rows, notes: [...table.notes.filter(mayStay), ...(isChanged ? [NOTE] : [])] };
}

type Kind = ReportTable['columns'][number]['kind'];

/** Whether a cell says something of the figures of its row, one of which is withheld. A target says what it is to be alone. */
const isSaidOf = ({ state, question }: ReportCell, kind: Kind, isTouched: boolean): boolean =>
  isTouched &&
  state === 'TOLD' &&
  (kind === 'RAG' || kind === 'DIRECTION' || (kind === 'FIGURE' && question === null));

const mayStayIn = (
  { state, text }: ReportCell,
  kind: Kind,
  mayStay: (sentence: string) => boolean,
): boolean => kind !== 'WORDS' || state !== 'TOLD' || mayStay(text);

const suppressed = ({ id }: ReportCell): ReportCell => ({
  id,
  state: 'SUPPRESSED',
  text: NOT_SHOWN,
  ...{ value: null, numerator: null, denominator: null, rag: null, direction: null },
  ...{ missing: null, question: null },
});
