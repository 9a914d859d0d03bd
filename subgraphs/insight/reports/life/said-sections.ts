import type { ReportContent, ReportSection } from '../content';
import type { CommentaryRow } from './report-tables';
import type { Said } from './shown-report';

/** A section with what people said in it. */
export type SectionShown = ReportSection & { readonly commentary: CommentaryRow | null };

/** What people said in a section that went. */
export interface LeftOver {
  readonly key: string;
  readonly heading: string;
  readonly commentary: CommentaryRow;
}

/** The sections with what was said in each. */
export const sectionsShown = ({ sections }: ReportContent, { commentary }: Said): SectionShown[] =>
  sections.map((section) => ({ ...section, commentary: commentary.get(section.key) ?? null }));

/** What was said last in sections that are there no more, unless it was taken back. */
export const leftOver = ({ content, commentary }: Said): LeftOver[] =>
  [...commentary.values()]
    .filter(({ section, text }) => text !== '' && content.sections.every(({ key }) => key !== section))
    .map((row) => ({ key: row.section, heading: row.heading, commentary: row }));
