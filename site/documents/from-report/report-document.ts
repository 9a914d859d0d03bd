import { type NameOf, subjectAlone } from '../../server/person-names';
import { cleanText } from '../model/clean-text';
import { leastWidth } from '../model/column-widths';
import type { Block, DocumentSection, ReportDocument } from '../model/document';
import { frontOf, isFrozen } from './front';
import type { Report } from './report';
import { blocksOf, type Numbering } from './section-blocks';

type Section = Report['sections'][number];

/** What a page that stands upright has room for, in the size of the letters in tables. */
const UPRIGHT = { width: 56, room: { size: 1, padding: 0.6 } };
const APPENDIX = /^appendi/i;

/**
 * A report as it is written into files: its sections and their paragraphs numbered as committees cite them, an appendix on
 * pages of its own, and what is wide on pages that lie.
 */
export function reportDocument(
  report: Report,
  council: string,
  nameOf: NameOf = subjectAlone,
): ReportDocument {
  const numbering: Numbering = { section: 0, paragraph: 0, table: 0 };
  const { marks, isDraft } = marksOf(report);
  return {
    ...{ title: cleanText(report.title), council: cleanText(council), language: 'en-GB', marks },
    front: frontOf(report, nameOf).map(({ label, value }) => ({ label, value: cleanText(value) })),
    sections: report.sections.map((section) => sectionOf(section, { numbering, isDraft })),
  };
}

function marksOf(report: Report): { marks: string[]; isDraft: boolean } {
  const isDraft = !isFrozen(report);
  return { marks: [...(isDraft ? ['Draft'] : []), ...(report.isPublic ? ['Public version'] : [])], isDraft };
}

function sectionOf(
  section: Section,
  { numbering, isDraft }: { readonly numbering: Numbering; readonly isDraft: boolean },
): DocumentSection {
  const level = section.level <= 2 ? 2 : 3;
  const isAppendix = APPENDIX.test(section.heading);
  const isNumbered = level === 2 && !isAppendix;
  if (isNumbered) numbering.section += 1;
  // What stands below a heading of 3 is counted on in its section; an appendix is cited by its heading.
  if (level === 2) numbering.paragraph = 0;
  const isCited = !isAppendix && numbering.section > 0;
  const blocks = blocksOf(section, { numbering, level, isDraft, isCited });
  const isLandscape = blocks.some(isWide);
  return {
    number: isNumbered ? String(numbering.section) : null,
    heading: cleanText(section.heading),
    ...{ level, isLandscape, startsPage: isAppendix || isLandscape, blocks },
  };
}

const isWide = (block: Block): boolean =>
  block.kind === 'table' && leastWidth(block, UPRIGHT.room) > UPRIGHT.width;
