import type { StreamDescribed } from '../../../contracts/events/stream-described';
import type { ReportMeasure, StreamReport } from '../../../contracts/report';
import { badInput } from '../../../counting/bad-input';
import { EVERY_DAY } from '../../../counting/day-set';
import { checkFinancialYear } from '../../../counting/period';
import {
  type FinancialYear,
  financialYearsBefore,
  parseFinancialYear,
  type Quarter,
} from '../../../domain/calendar/financial-year';
import type { Context } from '../context';
import { isRecorded, type Recording } from '../coverage/coverage';
import { type CountedRow, countFacts } from '../figures/count-facts';
import { STREAMS } from '../figures/stage-dimensions';

/** A column of the report: a financial year, or some quarters of it. */
interface Column {
  readonly label: string;
  readonly financialYear: FinancialYear;
  readonly quarters: readonly Quarter[] | null;
}

interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** The report: a table for each stream, and the ombudsmen's. */
export interface Report {
  readonly title: string;
  readonly tables: readonly ReportTable[];
}

/** What a report's statement gives: at most this many rows of stream, stage, year and quarter. */
const MOST_ROWS = 100_000;
const QUARTERS: readonly Quarter[] = ['Q1', 'Q2', 'Q3', 'Q4'];

/**
 * The tables of the service's progress report, one for each part that described itself, counted in one statement.
 * Throws BAD_USER_INPUT for a financial year that is none, or too early to have two years before it.
 */
export async function periodReport(
  { transaction, reference }: Context,
  { financialYear, upTo }: { financialYear: string; upTo: Quarter },
): Promise<Report> {
  const year = checkReportYear(financialYear);
  const { recording } = await reference();
  const counted = await countFacts(transaction, {
    by: ['STREAM', 'STAGE', 'FINANCIAL_YEAR', 'QUARTER'],
    filter: {
      streams: null,
      stages: null,
      days: {
        ...EVERY_DAY,
        financialYears: [...financialYearsBefore({ financialYear: year, count: 2 }), year],
      },
      services: null,
    },
    limit: MOST_ROWS,
  });
  return {
    title: `Complaints: ${year} up to ${upTo}`,
    tables: tablesIn(recording).map(({ stream, report }) =>
      tableOf({ stream, report }, { columns: columnsOf(report, { year, upTo }), counted, recording }),
    ),
  };
}

function checkReportYear(text: string): FinancialYear {
  const year = checkFinancialYear('financialYear', text);
  const before = financialYearsBefore({ financialYear: year, count: 2 });
  if (before.every((earlier) => parseFinancialYear(earlier) !== null)) return year;
  throw badInput(
    'financialYear',
    'is too early: the report shows the two years before it too, and years begin with 1900-01.',
  );
}

/** The two years before, each quarter so far, the period so far, and for some streams that period of the years before. */
function columnsOf(
  { samePeriodOfYearsBefore }: Pick<StreamReport, 'samePeriodOfYearsBefore'>,
  { year, upTo }: { year: FinancialYear; upTo: Quarter },
): readonly Column[] {
  const before = financialYearsBefore({ financialYear: year, count: 2 });
  const quarters = QUARTERS.slice(0, QUARTERS.indexOf(upTo) + 1);
  const soFar = upTo === 'Q1' ? 'Q1' : `Q1-${upTo}`;
  const period = (financialYear: FinancialYear) => ({
    label: `${financialYear} ${soFar}`,
    financialYear,
    quarters,
  });
  return [
    ...before.map((financialYear) => ({ label: financialYear, financialYear, quarters: null })),
    ...quarters.map((quarter) => ({ label: `${year} ${quarter}`, financialYear: year, quarters: [quarter] })),
    ...(upTo === 'Q1' ? [] : [period(year)]),
    ...(samePeriodOfYearsBefore && upTo !== 'Q4' ? before.map(period) : []),
  ];
}

/** A table, and the stream that it is of; null for a table of all streams. */
interface ReportedPart {
  readonly stream: string | null;
  readonly report: StreamReport;
}

/** The streams' tables, then the ombudsmen's, which counts everybody's cases. */
function tablesIn({ streams, ombudsmen }: Recording): readonly ReportedPart[] {
  return [...inContractOrder(streams), ...(ombudsmen ? [{ stream: null, report: ombudsmen.report }] : [])];
}

function tableOf(
  { stream, report }: ReportedPart,
  {
    columns,
    counted,
    recording,
  }: { columns: readonly Column[]; counted: readonly CountedRow[]; recording: Recording },
): ReportTable {
  const own = stream === null ? counted : counted.filter((row) => row.stream === stream);
  return {
    id: report.id,
    title: report.title,
    columns: columns.map(({ label }) => label),
    rows: report.rows.map(({ label, measure, stage }) => ({
      label,
      values: columns.map((column) =>
        cellOf({ stream, measure, stage, column }, { counted: own, recording }),
      ),
    })),
  };
}

function cellOf(
  {
    stream,
    measure,
    stage,
    column,
  }: { stream: string | null; measure: ReportMeasure; stage: number | null; column: Column },
  { counted, recording }: { counted: readonly CountedRow[]; recording: Recording },
): number | null {
  const { financialYear, quarters } = column;
  const days = { ...EVERY_DAY, financialYears: [financialYear], quarters };
  const stages = stage === null ? null : [stage];
  const streams = stream === null ? null : [stream];
  if (!isRecorded({ figure: measure, streams, stages, days }, recording)) return null;
  return counted
    .filter((row) => row.financialYear === financialYear)
    .filter((row) => quarters === null || (row.quarter !== null && quarters.includes(row.quarter)))
    .filter((row) => stage === null || row.stage === stage)
    .reduce((sum, row) => sum + row[measure], 0);
}

function inContractOrder(streams: readonly StreamDescribed[]): readonly StreamDescribed[] {
  const place = ({ stream }: StreamDescribed) => {
    const index = STREAMS.indexOf(stream);
    return index < 0 ? STREAMS.length : index;
  };
  return [...streams].sort((a, b) => place(a) - place(b) || (a.stream < b.stream ? -1 : 1));
}
