import type { Quarter } from '../../../../domain/calendar/financial-year';
import type { Measure } from '../../figures/catalogue/measure-catalogue';

/** What a row or a column narrows a cell to; a part that is left out does not narrow. */
export interface Narrowing {
  readonly streams?: readonly string[];
  readonly stages?: readonly number[];
  readonly themes?: readonly string[];
  readonly channels?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly routes?: readonly string[];
  /** No list is narrowed by it: such cells have no question that `counted` could be asked. */
  readonly closureReasons?: readonly string[];
}

/** Of which a table can have a row for each value that its cells count something of. */
export type RowPart = 'streams' | 'services' | 'directorates' | 'themes' | 'channels';

/** What a row or a column gives to the questions of its cells: a cell's question is what its row and its column give together. */
export interface Given {
  readonly measure?: Measure;
  readonly where?: Narrowing;
}

/**
 * Periods that columns are of, told from the reported year and quarter. QUARTERS and CUMULATIVE_QUARTERS are several:
 * each quarter so far by itself, and from the year's first day to the end of each.
 */
export type ColumnPeriod =
  | 'YEARS_BEFORE'
  | 'QUARTERS'
  | 'CUMULATIVE_QUARTERS'
  | 'SO_FAR'
  | 'SAME_PERIOD_OF_YEARS_BEFORE'
  | 'SAME_PERIOD_LAST_YEAR';

/** A column, or one for each period that it is of. */
export type ColumnDefinition =
  | (Given & {
      readonly kind: 'FIGURE';
      readonly period: ColumnPeriod;
      /** Tells columns of one period apart; left out, its key is the period's: `so-far`, `year-1`, `q2`. */
      readonly key?: string;
      /** Stands before the period; left out, the period alone is its label. */
      readonly label?: string;
    })
  /** The target of the figures of another column, or how they stand to it. */
  | { readonly kind: 'TARGET'; readonly key: string; readonly label: string; readonly of: string }
  | { readonly kind: 'RAG'; readonly key: string; readonly label: string; readonly of: string }
  /** Which way the figures of one column went from those of another. */
  | {
      readonly kind: 'DIRECTION';
      readonly key: string;
      readonly label: string;
      readonly of: string;
      readonly before: string;
    }
  /** Which way of the row's measure is better. */
  | { readonly kind: 'POLARITY'; readonly key: string; readonly label: string }
  /** Words of the row; where it has none, a blank with what would fill it. */
  | { readonly kind: 'WORDS'; readonly key: string; readonly label: string; readonly missing: string };

/** A row; or one for each value of a part, those with the most of a column first. */
export type RowDefinition =
  | (Given & {
      readonly key: string;
      readonly label: string;
      /** By the keys of columns of words. */
      readonly words?: Readonly<Record<string, string>>;
      /** What would fill its figures, where no record can. */
      readonly missing?: string;
    })
  | (Given & {
      readonly each: RowPart;
      /** The column by which they are ordered. */
      readonly most: string;
      /** How many there are at the most; left out, all. */
      readonly count?: number;
    });

/** A table of figures, or the tables by which the streams and the ombudsmen's part describe themselves. */
export type TableDefinition =
  | {
      readonly key: string;
      readonly title: string;
      readonly rowHead: string;
      readonly columns: readonly ColumnDefinition[];
      readonly rows: readonly RowDefinition[];
      /** The quarters whose reports leave out rows of which that quarter has recorded nothing. */
      readonly onlyNewIn?: readonly Quarter[];
      readonly notes?: readonly string[];
    }
  | { readonly tables: 'DESCRIBED' };

/** A sentence that is made of a table's figures: which of its rows rose, or fell, by more than noise. */
export interface Standouts {
  readonly table: string;
  /** The columns whose figures are compared. */
  readonly now: string;
  readonly before: string;
  /** What is counted, as the sentence begins: `Stage 2 complaints`. */
  readonly what: string;
}

export interface SectionDefinition {
  readonly key: string;
  readonly heading: string;
  /** What it was called before, up to and with a day: the oldest first. */
  readonly formerHeadings?: readonly { readonly until: string; readonly words: string }[];
  readonly level: 2 | 3;
  readonly rule: string | null;
  /** Sentences; `{year}`, `{period}` and `{quarter}` in them are those of the report. */
  readonly paragraphs?: readonly string[];
  readonly standouts?: readonly Standouts[];
  readonly prompt: string | null;
  readonly tables?: readonly TableDefinition[];
  readonly blanks?: readonly { readonly label: string; readonly wouldFill: string }[];
}

/** A report: what it holds, in which order, and the rule that asks for it. */
export interface ReportDefinition {
  /** The same in each version. */
  readonly key: string;
  readonly title: string;
  readonly version: number;
  /** The day from which this version holds. */
  readonly since: string;
  readonly rule: string;
  readonly audience: string;
  readonly upTo: readonly Quarter[];
  readonly sections: readonly SectionDefinition[];
}
