import { buffer } from 'node:stream/consumers';
import { type DocumentSection, headingOf, type ReportDocument } from '../model/document';
import { drawBlock, drawHeading } from './blocks';
import { drawFront } from './front';
import {
  areaOf,
  beginPage,
  beginSheet,
  drawArtifact,
  drawLine,
  keepRoom,
  linesOf,
  QUIET_INK,
  type Sheet,
} from './sheet';
import { beginningHeight } from './table';

/** A report as a PDF that tells its structure: headings, lists, tables with their heads, language, and a list of its sections. */
export async function writePdf(
  report: ReportDocument,
  { madeAt }: { readonly madeAt: Date },
): Promise<Buffer> {
  const sheet = beginSheet(report, madeAt);
  const written = buffer(sheet.pdf);
  beginPage(sheet, false);
  drawFront(sheet, report);
  drawSections(sheet, report.sections);
  sheet.root.end();
  drawMargins(sheet, report);
  sheet.pdf.end();
  return written;
}

function drawSections(sheet: Sheet, sections: readonly DocumentSection[]): void {
  const { outline } = sheet.pdf;
  let above = outline;
  for (const section of sections) {
    if (section.startsPage || section.isLandscape !== sheet.isLandscape)
      beginPage(sheet, section.isLandscape);
    keepRoom(sheet, roomAbove(sheet, section));
    if (section.heading !== '') {
      drawHeading(sheet, headingOf(section), section.level);
      const item = (section.level === 2 ? outline : above).addItem(headingOf(section));
      if (section.level === 2) above = item;
    }
    for (const block of section.blocks) drawBlock(sheet, block);
  }
}

/** A heading, and who asks for what stands below it. */
const HEADING_ROOM = 75;

/** The room that a section needs to begin, where a table follows at once: its heading is not left alone on the page before. */
function roomAbove(sheet: Sheet, { blocks }: DocumentSection): number {
  const first = blocks.find((block) => block.kind !== 'paragraph' || block.leads !== true);
  return first?.kind === 'table' ? HEADING_ROOM + beginningHeight(sheet, first) : 0;
}

const SMALL = 8;

/** The title above and the number below each page, once it is known how many there are. */
function drawMargins(sheet: Sheet, { title, marks }: ReportDocument): void {
  const { count } = sheet.pdf.bufferedPageRange();
  for (let place = 0; place < count; place += 1) {
    sheet.pdf.switchToPage(place);
    const { left, width, bottom } = areaOf({ isLandscape: sheet.pdf.page.layout === 'landscape' });
    const look = { x: left, size: SMALL, color: QUIET_INK };
    const said = [
      { text: [title, ...marks].join(' – '), y: 30, drawing: look },
      { text: `Page ${place + 1} of ${count}`, y: bottom + 16, drawing: { ...look, right: width } },
    ];
    drawArtifact(sheet, 'Pagination', () => {
      for (const { text, y, drawing } of said) {
        const [line] = linesOf(sheet, [{ text }], { width, size: SMALL });
        if (line) drawLine(sheet, line, y, drawing);
      }
    });
  }
}
