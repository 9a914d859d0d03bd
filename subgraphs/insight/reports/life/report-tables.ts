import type { Quarter } from '../../../../domain/calendar/financial-year';
import {
  day,
  instant,
  int,
  json,
  jsonb,
  key,
  nullable,
  references,
  text,
} from '../../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../../platform/tables/define-table';

/** A report that was begun: of a definition and a period. */
const report = defineTable({
  schema: 'insight',
  name: 'report',
  columns: {
    id: key(text()),
    definition: text(),
    title: text(),
    financial_year: text(),
    up_to: text<Quarter>(),
    from_day: day(),
    to_day: day(),
  },
});
export type ReportRow = RowIn<typeof report>;

/** A version of a report: a draft, or frozen. The database refuses every change of a frozen one. */
const reportVersion = defineTable({
  schema: 'insight',
  name: 'report_version',
  columns: {
    report_id: key(references(text(), 'insight.report', 'report_version_report_id_fkey')),
    version: key(int()),
    definition_version: int(),
    /** The keys and headings of the sections that it was begun with. */
    sections: jsonb(),
    reason: nullable(text()),
    opened_by: text(),
    opened_at: instant(),
    /** Goes up with everything that is written: whoever freezes at the same moment finds that out. */
    changes: int(),
    looked_by: text(),
    looked_at: instant(),
    /** The figures as somebody last looked at them. */
    looked_cells: jsonb(),
    frozen_by: nullable(text()),
    frozen_at: nullable(instant()),
    frozen_despite: nullable(text()),
    /** `Report.seen` of what was frozen. */
    seen: nullable(text()),
    /** Kept as it was written, so that it stays the same to the letter. */
    content: nullable(json()),
    checks: nullable(json()),
    /** Which transactions the figures were counted from (`pg_current_snapshot`). */
    snapshot: nullable(text()),
  },
  checks: [
    {
      name: 'report_version_frozen_whole',
      expression: 'num_nulls(frozen_by, frozen_at, seen, content, checks, snapshot) in (0, 6)',
    },
    {
      name: 'report_version_despite_frozen',
      expression: 'frozen_despite is null or frozen_at is not null',
    },
  ],
});
/** A version without what is large of it. */
export type VersionRow = Omit<
  RowIn<typeof reportVersion>,
  'sections' | 'looked_cells' | 'content' | 'checks' | 'snapshot' | 'changes'
>;

/** What was said in a section, a row for each time; the highest version holds in all report versions from its own on. */
const reportCommentary = defineTable({
  schema: 'insight',
  name: 'report_commentary',
  columns: {
    report_id: key(text()),
    section: key(text()),
    version: key(int()),
    report_version: int(),
    /** As the section had it then: it may go. */
    heading: text(),
    /** Markdown; blank where what was said was taken back. */
    text: text(),
    written_by: text(),
    written_at: instant(),
  },
});
export type CommentaryRow = RowIn<typeof reportCommentary>;

/** The tables of reports. */
export const reportTables = [report, reportVersion, reportCommentary] as const;
