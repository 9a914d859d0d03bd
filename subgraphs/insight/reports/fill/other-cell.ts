import type { Polarity } from '../../../../domain/targets/standing';
import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import type { ReportCell } from '../content';
import type { RowDefinition } from '../definitions/definition';
import type { PlannedColumn } from './columns';
import { type Aims, type AskedCell, directionCell, ragCell, targetCell } from './judged-cells';
import { untoldCell } from './untold-cell';

/** What a cell that is no figure stands beside. */
export interface Beside {
  readonly row: RowDefinition;
  readonly measure: Measure | undefined;
  /** The figures of the row, by their columns. */
  readonly figures: ReadonlyMap<string, AskedCell>;
  readonly aims: Aims;
}

/** A cell of what is no figure: words of its row, or what is said of the row's figures. */
export function otherCell(id: string, column: PlannedColumn, beside: Beside): ReportCell {
  switch (column.kind) {
    case 'FIGURE':
      return blankCell(id, beside.row);
    case 'WORDS':
      return writtenCell(id, column, beside.row);
    case 'POLARITY':
      return polarityCell(id, beside.measure);
    case 'DIRECTION': {
      const [now, before] = [beside.figures.get(column.of), beside.figures.get(column.before)];
      return now && before ? directionCell(id, now, before) : untoldCell(id, 'EMPTY');
    }
    default: {
      const judged = beside.figures.get(column.of);
      if (judged === undefined) return untoldCell(id, 'EMPTY');
      const cellOf = column.kind === 'TARGET' ? targetCell : ragCell;
      return cellOf(id, judged, beside.aims);
    }
  }
}

/** In a column of figures, where the row counts nothing: what would fill it, if anything would. */
function blankCell(id: string, row: RowDefinition): ReportCell {
  const missing = 'missing' in row ? row.missing : undefined;
  return missing === undefined ? untoldCell(id, 'EMPTY') : untoldCell(id, 'BLANK', missing);
}

function writtenCell(
  id: string,
  { key, missing }: Extract<PlannedColumn, { readonly kind: 'WORDS' }>,
  row: RowDefinition,
): ReportCell {
  const words = 'words' in row ? row.words?.[key] : undefined;
  return words === undefined ? untoldCell(id, 'BLANK', missing) : wordsCell(id, words);
}

const polarityCell = (id: string, measure: Measure | undefined): ReportCell =>
  measure === undefined ? untoldCell(id, 'EMPTY') : wordsCell(id, POLARITY_WORDS[MEASURES[measure].polarity]);

const wordsCell = (id: string, text: string): ReportCell => ({
  ...untoldCell(id, 'EMPTY'),
  ...{ state: 'TOLD', text },
});

const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
  HIGHER_IS_BETTER: 'High',
  LOWER_IS_BETTER: 'Low',
  NEITHER: 'Neither',
};
