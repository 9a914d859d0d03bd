import { cleanText } from '../model/clean-text';
import type { Block, DocumentParagraph, ParagraphTone, Run } from '../model/document';
import { readCommentary } from '../model/read-commentary';
import type { Report } from './report';
import { tableOf } from './report-table';

type Section = Report['sections'][number];

/** How far a report has been counted: each paragraph is `section.paragraph`. */
export interface Numbering {
  section: number;
  paragraph: number;
  table: number;
}

interface Placed {
  readonly numbering: Numbering;
  readonly level: number;
  readonly isDraft: boolean;
  /** Whether its paragraphs have numbers. */
  readonly isCited: boolean;
}

/** What a section says, in the order of a printed report: who asks for it, its sentences, its commentary, its tables, its blanks. */
export function blocksOf(section: Section, placed: Placed): Block[] {
  const { numbering, level } = placed;
  const blocks = [
    ...section.paragraphs.map((text) => cited(said(text), placed)),
    ...commentaryOf(section, placed).map((block) =>
      block.kind === 'paragraph' ? cited(block, placed) : block,
    ),
    ...section.tables.map((table) => tableOf(table, ++numbering.table)),
    ...blanksOf(section, { ...placed, level }),
  ];
  return [
    ...(section.rule === null ? [] : [leading(said(`Asked for by: ${section.rule}`, 'QUIET'))]),
    // A heading alone reads as if a page were missing.
    ...(blocks.length > 0 ? blocks : [said('Nothing was written here.', 'QUIET')]),
  ];
}

const said = (text: string, tone: ParagraphTone = 'PLAIN'): DocumentParagraph =>
  paragraph([{ text: cleanText(text) }], tone);

const leading = (block: DocumentParagraph): DocumentParagraph => ({ ...block, leads: true });

const paragraph = (runs: readonly Run[], tone: ParagraphTone = 'PLAIN'): DocumentParagraph => ({
  ...{ kind: 'paragraph', number: null },
  ...{ tone, runs },
});

function cited(block: DocumentParagraph, { numbering, isCited }: Placed): DocumentParagraph {
  if (!isCited || block.tone === 'QUIET') return block;
  numbering.paragraph += 1;
  return { ...block, number: `${numbering.section}.${numbering.paragraph}` };
}

/** What people said; in a draft, what they are still to say. */
function commentaryOf({ commentary, prompt }: Section, { level, isDraft }: Placed): Block[] {
  if (commentary !== null && commentary.text.trim() !== '') return readCommentary(commentary.text, level);
  return isDraft && prompt !== null ? [said(`Still to be written: ${prompt}`, 'QUIET')] : [];
}

/** What no record can tell is said to be blank, with what would fill it: it is never a nought. */
function blanksOf({ blanks }: Section, placed: Placed): Block[] {
  if (blanks.length === 0) return [];
  const lead = cited(
    said('No record tells what follows, so that it is left blank. It is not nought.'),
    placed,
  );
  const items = blanks.map(({ label, wouldFill }) => ({
    runs: [
      { text: `${cleanText(label)}: `, isBold: true },
      { text: `blank. To be recorded: ${cleanText(wouldFill)}` },
    ],
    lists: [],
  }));
  return [leading(lead), { kind: 'list', isOrdered: false, start: 1, items }];
}
