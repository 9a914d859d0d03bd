import { dayWords } from '../../../domain/figures/days';
import { countWords } from '../../../domain/figures/numbers';
import type {
  RecordWrittenKind,
  ReportedChange,
  ReportedEffect,
  ReportSinceQuery,
} from '../../operations/__generated__/operations';
import type { NameOf } from '../../server/person-names';
import { caseHref, complaintHref } from '../complaints/rows';
import { reportHref, sinceHref } from './paths';
import { momentDay } from './words';

/** What a report would say otherwise now, as its page asks for it. */
export type Since = NonNullable<ReportSinceQuery['since']>;
type Difference = NonNullable<Since['edges'][number]['node']>;
type Named = NonNullable<NonNullable<Difference['records']>['edges'][number]['node']>;
type Writing = NonNullable<Named['because']>[number];

/** How those who wrote are named, and their imports led to. */
interface Naming {
  readonly mayOpenImports: boolean;
  readonly nameOf: NameOf;
}

/** What the page was asked for. */
interface Asked extends Naming {
  readonly id: string;
  readonly version: number | null;
  /** One figure alone; null for all. */
  readonly cell: string | null;
}

const EFFECTS: Readonly<Record<ReportedEffect, string>> = {
  GAINED: 'Counted now, and was not',
  LOST: 'Was counted, and is not',
  COUNTED_OTHERWISE: 'Counted otherwise',
};

const CHANGES: Readonly<Record<ReportedChange, string>> = {
  NEW: 'New',
  REMOVED: 'Removed',
  CHANGED: 'Changed',
  NAMED_OTHERWISE: 'Nothing of it changed: its service or directorate is named otherwise',
};

/** What is said where no import, correction or undoing wrote a record. */
const OF_NO_IMPORT: Readonly<Record<ReportedChange, string | null>> = {
  NEW: 'No import: somebody recorded it in casework. Its timeline says who.',
  CHANGED: 'No import: somebody changed it in casework. Its timeline says who.',
  REMOVED: 'No import: it joined another complaint, or was removed in casework.',
  NAMED_OTHERWISE: null,
};

const WRITTEN: Readonly<Record<RecordWrittenKind, string>> = {
  IMPORT: 'Import',
  CORRECTION: 'Correction, as import',
  UNDOING: 'Undoing of import',
};

/** What a frozen report says beside what it would say now. */
export function sinceView(since: Since, { id, version, cell, mayOpenImports, nameOf }: Asked) {
  const total = since.totalCount ?? 0;
  const differences = since.edges.flatMap(({ node }) => (node === null ? [] : [node]));
  return {
    title: `Since it was reported: ${since.title}`,
    reportHref: reportHref(id, { version }),
    allHref: cell === null ? null : sinceHref(id, { version }),
    stands: `Version ${since.version}, frozen by ${nameOf(since.frozenBy)} on ${momentDay(since.frozenAt)}.`,
    says: cell === null ? totalWords(total, since.compared) : null,
    differences: differences.map((difference) =>
      differenceView(difference, { id, version, cell, mayOpenImports, nameOf }),
    ),
  };
}

function totalWords(total: number, compared: number): string {
  const all = countWords(compared);
  if (total === 0)
    return `Nothing changed: each of its ${all} figures is what was reported, of the same records.`;
  const are = total === 1 ? 'figure is' : 'figures are';
  return `${countWords(total)} of its ${all} ${are} not as reported, or no longer of the same records.`;
}

function differenceView(difference: Difference, asked: Asked) {
  const { cell, section, table, row, column, reported, present, causes, records } = difference;
  const named = (records?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node]));
  const isCut = asked.cell === null && records?.pageInfo.hasNextPage === true;
  const all = difference.gained + difference.lost + difference.countedOtherwise;
  return {
    ...{ cell, heading: `${row}, ${column}`, where: section === table ? table : `${section}: ${table}` },
    ...{
      reported: reported.text,
      reportedValue: reported.value,
      present: present.text,
      presentValue: present.value,
    },
    by: byWords(reported.value, present.value, present.text),
    causes: causes.map(({ kind, text }) => ({ text, isUnexplained: kind === 'UNEXPLAINED' })),
    records: named.map((record) => recordView(record, asked)),
    allHref: isCut ? sinceHref(asked.id, { version: asked.version, cell }) : null,
    all: countWords(all),
  };
}

/** "2 more", "1 fewer"; nothing of shares and days, which are told in full. */
function byWords(reported: number | null, present: number | null, text: string): string | null {
  if (reported === null || present === null || !/^[\d,]+$/.test(text)) return null;
  const by = present - reported;
  if (by === 0) return 'the same, of other records';
  return `${countWords(Math.abs(by))} ${by > 0 ? 'more' : 'fewer'}`;
}

function recordView(record: Named, asked: Naming) {
  const { reference, stage, on, effect, change, changedAt, fields, complaint, ombudsmanCase, because } =
    record;
  return {
    name: reference ?? dayWords(on),
    href: ombudsmanCase ? caseHref(ombudsmanCase.id) : complaint ? complaintHref(complaint.id) : null,
    stage: stage === null ? null : `Stage ${stage}`,
    ...{ on: dayWords(on), effect: EFFECTS[effect], change: CHANGES[change] },
    changedOn: changedAt === null ? null : momentDay(changedAt),
    fields: fields.map(
      ({ name, before, after }) => `${name}: ${before ?? 'nothing'}, now ${after ?? 'nothing'}`,
    ),
    because: (because ?? []).map((writing) => writingView(writing, asked)),
    isUnknown: because == null,
    ofNoImport: because?.length === 0 ? OF_NO_IMPORT[change] : null,
  };
}

const writingView = ({ kind, import: run, source, at, by }: Writing, { mayOpenImports, nameOf }: Naming) => ({
  says: `${WRITTEN[kind]} ${run} (${source}), ${momentDay(at)}${by === null ? '' : `, by ${nameOf(by)}`}`,
  href: mayOpenImports ? `/imports/ledger/${run}` : null,
});
