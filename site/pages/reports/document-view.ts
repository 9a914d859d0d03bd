import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { ownOf } from '../../../platform/tables/own-of';
import { DOCUMENT_KINDS, type DocumentKind } from '../../documents/document-kinds';
import { addressOf } from '../../filters/address';
import { renderMarkdown } from '../../markdown/render-markdown';
import type { ReportPageQuery } from '../../operations/__generated__/operations';
import type { NameOf } from '../../server/person-names';
import { headLines } from '../report/report-tables';
import { cellView } from './cell-view';
import { checkViews } from './check-view';
import { REPORTS_PATH, reportHref, sectionHref, sinceHref } from './paths';
import { momentDay, versionWords } from './words';

/** A report as its page asks for it. */
export type ReportDocument = NonNullable<ReportPageQuery['report']>;
type Section = ReportDocument['sections'][number];

/** What was done a moment ago, by the word in the address. */
const DID: Readonly<Record<string, string>> = {
  written: 'Written. This is what stands by now.',
  seen: 'Noted: from now on, what moves is told from these figures.',
  renewed: 'The definition as it is now was taken over.',
  frozen: 'Frozen. It never changes again.',
  revised: 'A new version was begun, with what was said in the one before.',
};

/** What the page of a report shows, and what whoever looks at it may do. */
export function documentView(
  report: ReportDocument,
  {
    mayWrite,
    mayFreeze,
    did,
    nameOf,
  }: { mayWrite: boolean; mayFreeze: boolean; did: unknown; nameOf: NameOf },
) {
  const { id, title, version, state, isPublic, versions, definition } = report;
  const isNewest = versions[0]?.version === version;
  const isDraft = state === 'DRAFT';
  const checks = checkViews(report.checks, report);
  return {
    ...{ id, title, version, isDraft, isPublic, checks, seen: report.seen, rule: definition.rule },
    done: ownOf(DID, did) ?? null,
    homeHref: REPORTS_PATH,
    stands: `Version ${version}. Figures as at ${dayWords(report.asAt)}.`,
    partial: report.partial.map(streamName).join(', '),
    blocking: checks.filter(({ isBlocking }) => isBlocking).length,
    canWrite: mayWrite && isDraft && isNewest && !isPublic,
    canFreeze: mayFreeze && isDraft && isNewest && !isPublic,
    canRevise: mayFreeze && !isDraft && isNewest && !isPublic,
    hasMoved: report.checks.some(({ kind }) => kind === 'FIGURES_MOVED'),
    hasNewDefinition: report.checks.some(({ kind }) => kind === 'DEFINITION_CHANGED'),
    hrefs: hrefsOf(report),
    files: filesOf(report),
    sections: report.sections.map((section) => sectionView(section, { report: id, nameOf })),
    leftOver: report.leftOver.map(({ key, heading, commentary }) => ({
      ...{ key, heading, commentary: saidView(commentary, nameOf) },
    })),
    versions: versions.map((each) => ({
      ...{ says: versionWords(each, nameOf), reason: each.reason, despite: each.frozenDespite },
      href: each.version === version && !isPublic ? null : reportHref(id, { version: each.version }),
    })),
  };
}

function hrefsOf({ id, version, isPublic }: ReportDocument) {
  const href = reportHref(id);
  return {
    ...{ own: href, freeze: `${href}/freeze`, revise: `${href}/revise` },
    ...{ seen: `${href}/seen`, renew: `${href}/renew` },
    other: reportHref(id, { version, isPublic: !isPublic }),
    since: sinceHref(id, { version }),
  };
}

/** The files of what is shown, the version named. */
const filesOf = ({ id, version, isPublic }: ReportDocument) =>
  DOCUMENT_KINDS.map((kind) => ({
    text: FILE_WORDS[kind],
    href: addressOf(`${reportHref(id)}.${kind}`, {}, { version, public: isPublic ? 1 : null }),
  }));

const FILE_WORDS: Readonly<Record<DocumentKind, string>> = {
  ...{ docx: 'Word', pdf: 'PDF', xlsx: 'Excel', md: 'Markdown' },
};

function sectionView(
  { key, heading, level, rule, paragraphs, prompt, commentary, blanks, tables }: Section,
  { report, nameOf }: { readonly report: string; readonly nameOf: NameOf },
) {
  return {
    ...{ key, heading, level, rule, paragraphs, prompt, blanks },
    writeHref: sectionHref(report, key),
    commentary: commentary !== null && commentary.text !== '' ? saidView(commentary, nameOf) : null,
    tables: tables.map((table) => ({
      ...{ key: table.key, title: table.title, rowHead: table.rowHead, notes: table.notes },
      columns: table.columns.map(({ label, kind }) => ({
        lines: headLines(label),
        isNumeric: kind === 'FIGURE',
      })),
      rows: table.rows.map(({ label, cells }) => ({ label, cells: cells.map(cellView) })),
    })),
  };
}

/** What somebody said, without any HTML of theirs. */
const saidView = (
  { text, writtenBy, writtenAt }: { text: string; writtenBy: string; writtenAt: string },
  nameOf: NameOf,
) => ({
  html: renderMarkdown(text).html,
  says: `${nameOf(writtenBy)}, ${momentDay(writtenAt)}`,
});
