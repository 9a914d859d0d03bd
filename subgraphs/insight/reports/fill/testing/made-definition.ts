import type { ReportContent } from '../../content';
import type {
  ColumnDefinition,
  ReportDefinition,
  RowDefinition,
  SectionDefinition,
  TableDefinition,
} from '../../definitions/definition';

/** The period reported, by itself. */
export const SO_FAR: ColumnDefinition = { kind: 'FIGURE', period: 'SO_FAR' };

/** A definition of one section. What is not given is the plainest there is. */
export const definitionOf = (section: Partial<SectionDefinition>): ReportDefinition => ({
  ...{ key: 'made-up', title: 'Made up', version: 1, since: '2021-04-01' },
  ...{ rule: 'None', audience: 'Tests', upTo: ['Q1', 'Q2', 'Q3', 'Q4'] },
  sections: [{ key: 'only', heading: 'Only', level: 2, rule: null, prompt: null, ...section }],
});

/** A definition of one table. */
export const tableOf = (
  rows: readonly RowDefinition[],
  columns: readonly ColumnDefinition[] = [SO_FAR],
  rest: { readonly onlyNewIn?: readonly 'Q3'[] } = {},
): ReportDefinition => {
  const table: TableDefinition = { key: 'table', title: 'A table', rowHead: 'Row', rows, columns, ...rest };
  return definitionOf({ tables: [table] });
};

export const tablesOf = ({ sections }: ReportContent) => sections.flatMap(({ tables }) => tables);

export const cellsOf = (content: ReportContent) =>
  tablesOf(content).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

/** A report's rows as people read them: the label, then each cell's text. */
export const textsOf = (content: ReportContent): readonly (readonly string[])[] =>
  tablesOf(content).flatMap(({ rows }) =>
    rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text.replaceAll('\u00a0', ' '))]),
  );
