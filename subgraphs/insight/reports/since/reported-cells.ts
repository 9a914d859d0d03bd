import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import type { MeasureFilter } from '../../figures/filter';
import type { CellQuestion, ReportCell, ReportContent } from '../content';

/** A figure as it was reported, with where it stands. */
export interface ReportedCell {
  readonly cell: ReportCell;
  readonly question: CellQuestion;
  /** Null where the catalogue of measures no longer has it. */
  readonly measure: Measure | null;
  readonly section: string;
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** Every cell that holds a figure, or says that there was none to tell, in the order of the report. */
export function reportedCells({ sections }: Pick<ReportContent, 'sections'>): ReportedCell[] {
  return sections.flatMap(({ heading, tables }) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells.flatMap((cell, place) => {
          const { question } = cell;
          if (question === null || !COMPARED.has(cell.state)) return [];
          const column = table.columns[place]?.label ?? '';
          const measure = isMeasure(question.measure) ? question.measure : null;
          const labels = { section: heading, table: table.title, row: row.label, column };
          return [{ cell, question, measure, ...labels }];
        }),
      ),
    ),
  );
}

/** What is suppressed is told to nobody, and so is what became of it. */
const COMPARED: ReadonlySet<ReportCell['state']> = new Set<ReportCell['state']>([
  ...(['TOLD', 'NOT_RECORDED', 'NOT_YET'] as const),
]);

const isMeasure = (name: string): name is Measure => Object.hasOwn(MEASURES, name);

/** What a cell asked, as figures take it. */
export function filterOf(question: CellQuestion): MeasureFilter {
  const { measure: _, measureVersion: __, asAt: ___, quarters, ...parts } = question;
  return { ...parts, quarters: quarters?.filter(isQuarter) ?? null };
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
const isQuarter = (text: string): text is (typeof QUARTERS)[number] =>
  QUARTERS.some((quarter) => quarter === text);
