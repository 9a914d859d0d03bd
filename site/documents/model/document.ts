/** Words of one look. A link is where they lead; writers print it. */
export interface Run {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCode?: boolean;
  readonly link?: string;
}

/** QUIET is said beside what the report says: who asks for a section, what is still to be written. */
export type ParagraphTone = 'PLAIN' | 'QUIET';

export interface DocumentParagraph {
  readonly kind: 'paragraph';
  /** `2.3`, the third paragraph of the second section; null where it is not to be cited. */
  readonly number: string | null;
  readonly tone: ParagraphTone;
  readonly runs: readonly Run[];
  /** It says what follows it, and stands on the same page. */
  readonly leads?: true;
}

/** A heading within a section: 3 and lower. */
export interface DocumentHeading {
  readonly kind: 'heading';
  readonly level: number;
  readonly text: string;
}

export interface ListItem {
  readonly runs: readonly Run[];
  readonly lists: readonly DocumentList[];
}

export interface DocumentList {
  readonly kind: 'list';
  readonly isOrdered: boolean;
  /** The number of its first item. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

/** How a cell is shown; its words say the same, so that nobody needs the colour. */
export type CellTone = 'PLAIN' | 'QUIET' | 'GREEN' | 'AMBER' | 'RED';

export interface DocumentCell {
  readonly text: string;
  readonly tone: CellTone;
  /** The figure, where the cell holds one; a rate from 0 to 1. */
  readonly value: number | null;
  readonly isRate: boolean;
}

export interface DocumentColumn {
  readonly label: string;
  /** Its cells stand at the right, each digit below the other. */
  readonly isNumeric: boolean;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** `Table 3`; null for a table that somebody wrote in a commentary. */
  readonly number: string | null;
  readonly title: string;
  /** What the first column holds, which names each row; null where rows have no names. */
  readonly rowHead: string | null;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly { readonly label: string | null; readonly cells: readonly DocumentCell[] }[];
  readonly notes: readonly string[];
}

export type Block = DocumentParagraph | DocumentHeading | DocumentList | DocumentTable;

export interface DocumentSection {
  /** `2`; null where it goes on from the one before, or is an appendix. */
  readonly number: string | null;
  /** Empty where nothing stands above it, in a letter. */
  readonly heading: string;
  readonly level: 2 | 3;
  /** It begins a page of its own: an appendix, and what is wider than a page is tall. */
  readonly startsPage: boolean;
  readonly isLandscape: boolean;
  readonly blocks: readonly Block[];
}

/** A report as it is written into a file, whatever the kind. Texts hold no control characters. */
export interface ReportDocument {
  readonly title: string;
  readonly council: string;
  readonly language: 'en-GB';
  /** `Draft` and `Public version`, which stand on each page; empty for a frozen report that is not for the public. */
  readonly marks: readonly string[];
  /** What is known of the report: its period, who it is for, its version. */
  readonly front: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly DocumentSection[];
  /** Of a letter, to whom it goes, in lines, and its day: they stand in the place of what is known of a report. */
  readonly letter?: { readonly addressee: readonly string[]; readonly on: string };
}

/** A caption as it is printed: `Table 3: Corporate complaints`. */
export const captionOf = ({ number, title }: DocumentTable): string =>
  number === null ? title : `${number}: ${title}`;

/** Rows of a table that is not broken over two pages: a longer one would leave a gap that a reader takes for an end. */
const MOST_TOGETHER = 8;
/** With more columns than these a row has several lines, and counts as two. */
const MOST_FLAT = 6;
/** Rows that a broken table has on each of its pages at least. */
export const LEAST_PART = 3;

/** Whether a table is short enough to stand on one page. */
export const staysTogether = ({ rows, columns }: DocumentTable): boolean =>
  rows.length * (columns.length > MOST_FLAT ? 2 : 1) <= MOST_TOGETHER;

/** Whether a row, counted from 0, stands on the page of the next one, or of the notes below the table. */
export const keepsNext = (table: DocumentTable, place: number): boolean => {
  const last = table.rows.length - 1;
  if (place === last) return table.notes.length > 0;
  return staysTogether(table) || place < LEAST_PART - 1 || place > last - LEAST_PART;
};

/** A section's heading with its number: `2. What was received`. */
export const headingOf = ({ number, heading }: DocumentSection): string =>
  number === null ? heading : `${number}. ${heading}`;
