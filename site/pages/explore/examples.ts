import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PagePeriod } from '../../filters/period';

/** A question to begin with. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  /** What it is asked with, of the time that the records reach. */
  readonly variables: (newest: PagePeriod) => Readonly<Record<string, unknown>>;
}

const FIGURES: Example = {
  id: 'figures',
  title: 'Figures by stream and stage',
  query: `query FiguresOfAYear($year: String!) {
  measures(by: [STREAM, STAGE], where: { financialYears: [$year] }) {
    asAt
    rows { stream stage received escalated direct answered answeredInTime referredToOmbudsman }
  }
}`,
  variables: ({ year }) => ({ year }),
};

const WAITING: Example = {
  id: 'waiting',
  title: 'What waits, how long answers take, and shares',
  query: `query WhatWaits($year: String!) {
  measures(by: [STREAM, MONTH], where: { financialYears: [$year] }) {
    rows {
      stream month open overdue inTimeRate upholdRate wentOnRate
      daysToAnswerMean daysToAnswerMedian daysToAnswerP90
    }
  }
}`,
  variables: ({ year }) => ({ year }),
};

const COMPARED: Example = {
  id: 'compared',
  title: 'A figure beside the quarter and the year before',
  query: `query FiguresCompared($where: MeasureFilter) {
  figures(
    measures: [IN_TIME_RATE, OPEN, DAYS_TO_ANSWER_MEDIAN]
    where: $where
    compareWith: [PREVIOUS_PERIOD, SAME_PERIOD_LAST_YEAR]
  ) {
    measure value numerator denominator asAt partial openFaults
    comparisons { with from to value better }
  }
}`,
  variables: ({ where }) => ({ where }),
};

const COUNTED: Example = {
  id: 'counted',
  title: 'What a figure counted',
  query: `query WhatWasCounted($where: MeasureFilter) {
  counted(measure: ESCALATED, where: $where, first: 20) {
    totalCount
    edges {
      node {
        on stage reference
        complaint { id references dueOn outcome service stages { stage receivedOn answeredOn inTime } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  variables: ({ year }) => ({ where: { streams: ['CORPORATE'], financialYears: [year] } }),
};

const OPEN: Example = {
  id: 'open',
  title: 'What is open, the most urgent first',
  query: `query OpenComplaints {
  complaints(where: { status: OPEN }, orderBy: { field: DUE_ON }, first: 20) {
    totalCount
    edges { node { reference stream stage dueOn overdue service } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  variables: () => ({}),
};

const MEANINGS: Example = {
  id: 'meanings',
  title: 'What each measure counts, and how far records reach',
  query: `query Meanings {
  measureDefinitions { measure title counts numerator denominator datedBy source polarity unit version since }
  coverage { stream measure stage from to granularity }
}`,
  variables: () => ({}),
};

/** The questions of the how-to pages, and the dashboard's own. `root` is where the product's files are. */
export const examplesIn = (root: string): Example[] => [
  ...[FIGURES, WAITING, COMPARED, COUNTED, OPEN, MEANINGS],
  {
    id: 'dashboard',
    title: 'The dashboard, in one request',
    query: readFileSync(path.join(root, 'schema/operations/dashboard.graphql'), 'utf8'),
    variables: ({ years, year, yearBefore, endsOn, quartersSoFar: quarters }) => ({
      ...{ years, year, yearBefore, quarters, backlogAt: endsOn },
    }),
  },
];
