/** A question, and the role that asks it. */
export interface Question {
  readonly role: string;
  readonly query: string;
}

const MEASURES =
  'received escalated direct answered answeredInTime closed referredToOmbudsman upheldByOmbudsman';
const DIMENSIONS = [
  ['STREAM', 'stream'],
  ['STAGE', 'stage'],
  ['FINANCIAL_YEAR', 'financialYear'],
  ['QUARTER', 'quarter'],
  ['MONTH', 'month'],
  ['DIRECTORATE', 'directorate'],
  ['SERVICE', 'service'],
  ['THEME', 'theme'],
  ['CHANNEL', 'channel'],
  ['OUTCOME', 'outcome'],
] as const;
const COUNTED = [
  'RECEIVED',
  'ESCALATED',
  'DIRECT',
  'ANSWERED',
  'ANSWERED_IN_TIME',
  'CLOSED',
  'REFERRED_TO_OMBUDSMAN',
  'UPHELD_BY_OMBUDSMAN',
] as const;
const STREAMS = ['CORPORATE', 'ADULTS', 'CHILDRENS', 'SCHOOLS'] as const;
const COMPLAINT = `id reference references stream stage status receivedOn dueOn answeredOn closedOn overdue service
  directorate outcome closureReason stages { number reference receivedOn dueOn answeredOn outcome closureReason service
  route inTime } ombudsmanCases { id body reference receivedOn decidedOn decision upheld }`;
const REPORT_YEARS = ['2019-20', '2020-21', '2021-22'] as const;
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

/** One of every kind: each dimension, each measure's list, whole pages of each stream, reports, calls, imports, names. */
export const QUESTIONS: readonly Question[] = [
  { role: 'analyst', query: `{ measures(by: []) { asAt rows { ${MEASURES} } } }` },
  ...DIMENSIONS.map(([dimension, field]) => ({
    role: 'analyst',
    query: `{ measures(by: [${dimension}]) { rows { ${field} ${MEASURES} } } }`,
  })),
  ...COUNTED.map((measure) => ({
    role: 'analyst',
    query: `{ counted(measure: ${measure}, first: 200) { totalCount edges { cursor node { on stage reference
      complaint { id } } } } }`,
  })),
  ...STREAMS.map((stream) => ({
    role: 'officer',
    query: `{ complaints(where: { streams: [${stream}] }, first: 200) { totalCount edges { cursor node { ${COMPLAINT} } } } }`,
  })),
  ...REPORT_YEARS.flatMap((year) =>
    QUARTERS.map((quarter) => ({
      role: 'analyst',
      query: `{ periodReport(financialYear: "${year}", upTo: ${quarter}) { title tables { title columns rows {
        label values } } } }`,
    })),
  ),
  {
    role: 'analyst',
    query: `{ calls(by: [GROUP, FINANCIAL_YEAR, MONTH]) { asAt newestCallOn rows { group financialYear month offered
      answered abandoned answerRate waitsMeasured averageWaitSeconds longestWaitSeconds answeredWithin20Seconds } } }`,
  },
  {
    role: 'admin',
    query: `{ imports(first: 50) { id kind source file sha256 state startedAt endedAt read loaded updated copies
      leftOut quarantined } }`,
  },
];
