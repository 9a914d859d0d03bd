import type { ReportCell, ReportContent } from '../content';

/** A cell with where it stands, as people say it. */
export interface PlacedCell {
  readonly cell: ReportCell;
  /** `Complaints by stage: Stage 1 received, 2021-22 Q1`. */
  readonly label: string;
}

/** Every cell of a report, in its order. */
export const cellsOf = ({ sections }: Pick<ReportContent, 'sections'>): PlacedCell[] =>
  sections.flatMap(({ tables }) =>
    tables.flatMap(({ title, columns, rows }) =>
      rows.flatMap(({ label, cells }) =>
        cells.map((cell, place) => ({
          cell,
          label: `${title}: ${label}, ${columns[place]?.label ?? ''}`,
        })),
      ),
    ),
  );
