import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx';
import { type DocumentSection, headingOf, type ReportDocument } from '../model/document';
import { blockParts, headingParagraph, type Placing } from './blocks';
import { frontParts } from './front';
import { DEFAULT_STYLES, NUMBERING, OWN_STYLES, QUIET_INK } from './styles';

/** A4, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_134;

/** A report for Word: headings, lists and table heads are real ones, and what is wide stands on pages that lie. */
export async function writeDocx(report: ReportDocument): Promise<Buffer> {
  let lists = 0;
  const nextList = () => ++lists;
  const document = new Document({
    ...{
      title: report.title,
      creator: report.council,
      lastModifiedBy: report.council,
      subject: report.marks.join(', '),
    },
    styles: { default: DEFAULT_STYLES, paragraphStyles: [...OWN_STYLES] },
    numbering: NUMBERING,
    sections: pagesOf(report).map((pages) => sectionOf(pages, { report, nextList })),
  });
  return Packer.toBuffer(document);
}

/** Sections that stand on pages of one kind. */
interface Pages {
  readonly isLandscape: boolean;
  readonly isFirst: boolean;
  readonly sections: DocumentSection[];
}

function pagesOf({ sections }: ReportDocument): Pages[] {
  const pages: Pages[] = [{ isLandscape: false, isFirst: true, sections: [] }];
  for (const section of sections) {
    const last = pages.at(-1);
    if (last === undefined || section.startsPage || section.isLandscape !== last.isLandscape)
      pages.push({ isLandscape: section.isLandscape, isFirst: false, sections: [section] });
    else last.sections.push(section);
  }
  return pages;
}

function sectionOf(
  { isLandscape, isFirst, sections }: Pages,
  { report, nextList }: Pick<Placing, 'nextList'> & { readonly report: ReportDocument },
): ISectionOptions {
  const width = (isLandscape ? PAGE.height : PAGE.width) - 2 * MARGIN;
  const children: (Paragraph | Table)[] = sections.flatMap((section) => [
    ...(section.heading === '' ? [] : [headingParagraph(headingOf(section), section.level)]),
    ...section.blocks.flatMap((block) => blockParts(block, { width, nextList })),
  ]);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { ...PAGE, orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      },
    },
    headers: { default: new Header({ children: [quiet([report.title, ...report.marks].join(' – '))] }) },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children: [...(isFirst ? frontParts(report, width) : []), ...children],
  };
}

const look = { size: 17, color: QUIET_INK };

const quiet = (text: string) => new Paragraph({ children: [new TextRun({ text, ...look })] });

const pageNumber = () =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ ...look, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  });
