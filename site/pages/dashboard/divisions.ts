import type { Quarter } from '../../../domain/calendar/financial-year';
import type { Filter } from '../../filters/parts';
import { QUARTERS } from '../../filters/parts';
import type { DashboardQuery } from '../../operations/__generated__/operations';
import { type DrawnFigures, seriesOf } from '../figures/drawn-figures';

type Rows<Answer> = Answer extends { readonly rows: readonly (infer Row)[] } ? readonly Row[] : never;
type RowsOf<Name extends keyof DashboardQuery> = Rows<NonNullable<DashboardQuery[Name]>>;

/** What divisions are of: a year, and what the whole page is narrowed to without its time. */
export interface DividedYear {
  readonly year: string;
  readonly filter: Filter;
}

/** The year before, and the quarters of both that are compared. */
interface ComparedYear {
  readonly yearBefore: string;
  readonly quarters: readonly Quarter[];
}

/** Bars that a picture has room for. */
const MOST_BARS = 12;

/** Findings by service, those with most findings first. */
export function outcomesByService(
  rows: RowsOf<'outcomesByService'>,
  { year, filter }: DividedYear,
): DrawnFigures {
  const found = rows
    .map((row) => ({
      ...row,
      findings: (row.upheld ?? 0) + (row.partiallyUpheld ?? 0) + (row.notUpheld ?? 0),
    }))
    .filter(({ findings }) => findings > 0)
    .sort((one, other) => other.findings - one.findings);
  const ofService = ({ service }: (typeof found)[number]) => serviceIn(year, service);
  return {
    id: 'outcomes-by-service',
    kind: 'rows',
    subject: 'Findings',
    categoryHead: 'Service',
    cut: { most: MOST_BARS, words: 'services with most' },
    title: 'Findings by service',
    subtitle: `Stages answered with a finding in ${year}, by service`,
    unit: 'COUNT',
    isLastPartial: false,
    categories: found.map(({ service }) => ({ label: service ?? '' })),
    series: [
      seriesOf({ name: 'Upheld', measure: 'UPHELD', over: found, filter }, (row) => row.upheld, ofService),
      seriesOf(
        { name: 'Partially upheld', measure: 'PARTIALLY_UPHELD', over: found, filter },
        (row) => row.partiallyUpheld,
        ofService,
      ),
      seriesOf(
        { name: 'Not upheld', measure: 'NOT_UPHELD', over: found, filter },
        (row) => row.notUpheld,
        ofService,
      ),
    ],
  };
}

/** Stage 2 by service against the year before, the greatest changes first. */
export function stageTwoByService(
  now: RowsOf<'stageTwoByService'>,
  before: RowsOf<'stageTwoByServiceBefore'>,
  { year, yearBefore, quarters, filter }: DividedYear & ComparedYear,
): DrawnFigures {
  const services = [...new Set([...now, ...before].flatMap(({ service }) => service ?? []))];
  const of = (rows: RowsOf<'stageTwoByService'>, service: string) =>
    rows.length === 0 ? null : (rows.find((row) => row.service === service)?.received ?? 0);
  const compared = services
    .map((service) => ({ service, now: of(now, service), before: of(before, service) }))
    .filter((row) => row.now || row.before)
    .sort((one, other) => change(other) - change(one) || (other.now ?? 0) - (one.now ?? 0));
  const ofService = (ofYear: string) => (row: { readonly service: string }) => ({
    ...serviceIn(ofYear, row.service),
    quarters: [...quarters],
    stages: [2],
  });
  return {
    id: 'stage-2-by-service',
    kind: 'bars',
    subject: 'Stage 2 complaints',
    categoryHead: 'Service',
    cut: { most: MOST_BARS, words: 'services that changed most' },
    compared: { periodsBack: 1, words: 'the same quarters of the year before' },
    title: 'Stage 2 by service',
    subtitle: `Stage 2 received in ${quartersWords(quarters)}${year} and in the same of ${yearBefore}`,
    unit: 'COUNT',
    isLastPartial: false,
    categories: compared.map(({ service }) => ({ label: service })),
    series: [
      seriesOf(
        { name: year, measure: 'RECEIVED', over: compared, filter },
        (row) => row.now,
        ofService(year),
      ),
      seriesOf(
        { name: yearBefore, measure: 'RECEIVED', over: compared, filter },
        (row) => row.before,
        ofService(yearBefore),
      ),
    ],
  };
}

/** Received by theme. */
export const byTheme = (rows: RowsOf<'byTheme'>, divided: DividedYear): DrawnFigures =>
  receivedBy(
    'by-theme',
    'theme',
    divided,
    rows.map(({ theme, received }) => ({ name: theme ?? '', received })),
    (name) => ({
      themes: [name],
    }),
  );

/** Received by channel. */
export const byChannel = (rows: RowsOf<'byChannel'>, divided: DividedYear): DrawnFigures =>
  receivedBy(
    'by-channel',
    'channel',
    divided,
    rows.map(({ channel, received }) => ({ name: channel ?? '', received })),
    (name) => ({
      channels: [name],
    }),
  );

function receivedBy(
  id: string,
  noun: string,
  { year, filter }: DividedYear,
  rows: readonly { readonly name: string; readonly received: number | null }[],
  narrow: (name: string) => Filter,
): DrawnFigures {
  const counted = rows
    .filter(({ received }) => received)
    .sort((one, other) => (other.received ?? 0) - (one.received ?? 0));
  return {
    id,
    kind: 'bars',
    subject: 'Stages received',
    categoryHead: `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}`,
    cut: { most: MOST_BARS, words: `${noun}s with most` },
    title: `Received by ${noun}`,
    subtitle: `Stages received in ${year}, by ${noun}`,
    unit: 'COUNT',
    isLastPartial: false,
    categories: counted.map(({ name }) => ({ label: name })),
    series: [
      seriesOf(
        { name: 'Received', measure: 'RECEIVED', over: counted, filter },
        (row) => row.received,
        ({ name }) => ({ financialYears: [year], ...narrow(name) }),
      ),
    ],
  };
}

const serviceIn = (year: string, service: string | null): Filter => ({
  financialYears: [year],
  ...(service === null ? {} : { services: [service] }),
});

const quartersWords = (quarters: readonly Quarter[]): string =>
  quarters.length === QUARTERS.length
    ? ''
    : `${quarters[0]}${quarters.length > 1 ? ` to ${quarters.at(-1)}` : ''} of `;

const change = ({ now, before }: { now: number | null; before: number | null }): number =>
  Math.abs((now ?? 0) - (before ?? 0));
