import type { CountFigure } from './catalogue/measure-catalogue';
import type { DimensionValues } from './question';

/** What was counted for one combination, whether or not all of it was recorded. */
export type CountedRow = DimensionValues & Readonly<Record<CountFigure, number>>;

const orNone = (count: number | undefined): number => count ?? 0;

/**
 * A row as it was read, or a copy of one, with 0 of whatever was not counted. Written out: spreading one object of so many
 * properties over another takes 36 µs in place of a sixth of one, and a dashboard has hundreds of rows.
 */
export const countedRow = (row: DimensionValues & Partial<CountedRow>): CountedRow => ({
  stream: row.stream,
  stage: row.stage,
  financialYear: row.financialYear,
  quarter: row.quarter,
  month: row.month,
  directorate: row.directorate,
  service: row.service,
  theme: row.theme,
  channel: row.channel,
  outcome: row.outcome,
  route: row.route,
  closureReason: row.closureReason,
  ombudsman: row.ombudsman,
  ageBand: row.ageBand,
  received: orNone(row.received),
  escalated: orNone(row.escalated),
  direct: orNone(row.direct),
  wentOn: orNone(row.wentOn),
  acknowledged: orNone(row.acknowledged),
  acknowledgedInTime: orNone(row.acknowledgedInTime),
  answered: orNone(row.answered),
  answeredInTime: orNone(row.answeredInTime),
  upheld: orNone(row.upheld),
  partiallyUpheld: orNone(row.partiallyUpheld),
  notUpheld: orNone(row.notUpheld),
  closed: orNone(row.closed),
  referredToOmbudsman: orNone(row.referredToOmbudsman),
  ombudsmanDecided: orNone(row.ombudsmanDecided),
  upheldByOmbudsman: orNone(row.upheldByOmbudsman),
  remediesDue: orNone(row.remediesDue),
  remediesDone: orNone(row.remediesDone),
  remediesDoneInTime: orNone(row.remediesDoneInTime),
  promisesMade: orNone(row.promisesMade),
  promisesDue: orNone(row.promisesDue),
  promisesKeptInTime: orNone(row.promisesKeptInTime),
  promisesKeptLate: orNone(row.promisesKeptLate),
  promisesOverdue: orNone(row.promisesOverdue),
  promisesLate: orNone(row.promisesLate),
  inTimeWithPromises: orNone(row.inTimeWithPromises),
  inTimePromiseLate: orNone(row.inTimePromiseLate),
  calls: orNone(row.calls),
});
