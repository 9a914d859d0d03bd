import type { CellQuestion, ReportCell, ReportContent, ReportTable } from '../../content';

const NOT_NARROWED: CellQuestion = {
  measure: 'ANSWERED',
  measureVersion: 1,
  asAt: '2021-09-30',
  ...{ streams: null, stages: null, financialYears: null, quarters: null, from: null, to: null },
  ...{ services: null, directorates: null, themes: null, channels: null, outcomes: null, routes: null },
};

/** A question of a cell: all answers, but for what is given. */
export const question = (part: Partial<CellQuestion>): CellQuestion => ({ ...NOT_NARROWED, ...part });

/** A cell that holds words. */
export const cell = (id: string, part: Partial<ReportCell>): ReportCell => ({
  ...{ id, state: 'TOLD', text: '', value: null, numerator: null, denominator: null },
  ...{ rag: null, direction: null, missing: null, question: null },
  ...part,
});

/** A cell that holds a count. */
export const counted = (id: string, value: number, asked: Partial<CellQuestion>): ReportCell =>
  cell(id, { value, text: String(value), question: question(asked) });

/** A cell that holds a rate. */
export const rated = (
  id: string,
  [numerator, denominator]: readonly [number, number],
  asked: Partial<CellQuestion>,
): ReportCell =>
  cell(id, {
    ...{ numerator, denominator, value: denominator === 0 ? null : numerator / denominator },
    text: `${Math.round((100 * numerator) / denominator)} % (${numerator} of ${denominator})`,
    question: question(asked),
  });

/** A table of figures, of rows of cells. */
export const figures = (key: string, rows: readonly (readonly ReportCell[])[]): ReportTable => ({
  ...{ key, title: key, rowHead: 'Measure', notes: [] },
  columns: (rows[0] ?? []).map((_, place) => ({ key: `c${place}`, label: `c${place}`, kind: 'FIGURE' })),
  rows: rows.map((cells, place) => ({ key: `r${place}`, label: `r${place}`, cells })),
});

/** A report of one section. */
export const report = (
  tables: readonly ReportTable[],
  paragraphs: readonly string[] = [],
): ReportContent => ({
  ...{ title: 'A report', definition: 'mid-year-progress', definitionVersion: 1 },
  ...{ financialYear: '2021-22', upTo: 'Q2', from: '2021-04-01', to: '2021-09-30', asAt: '2021-09-30' },
  partial: [],
  sections: [
    { key: 'one', heading: 'One', level: 2, rule: null, paragraphs, prompt: null, tables, blanks: [] },
  ],
});

/** Each cell of a report by its id. */
export const byId = (content: ReportContent): ReadonlyMap<string, ReportCell> =>
  new Map(
    content.sections.flatMap(({ tables }) =>
      tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.map((one): readonly [string, ReportCell] => [one.id, one])),
      ),
    ),
  );
