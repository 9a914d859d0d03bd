/** A target of the demonstration, as the graph sets it. */
export interface MadeUpTarget {
  readonly measure: string;
  readonly financialYear: string;
  readonly stream?: string;
  readonly stage?: number;
  readonly value: number;
  readonly tolerance: number;
  readonly source: string;
}

const MADE_UP = { financialYear: '2021-22', source: 'Made up for the demonstration' } as const;

/** Targets of the year whose figures the demonstration has. No council decided on them. */
export const madeUpTargets: readonly MadeUpTarget[] = [
  { ...MADE_UP, measure: 'IN_TIME_RATE', stage: 1, value: 0.9, tolerance: 5 },
  { ...MADE_UP, measure: 'IN_TIME_RATE', stage: 2, value: 0.85, tolerance: 5 },
  { ...MADE_UP, measure: 'IN_TIME_RATE', stream: 'ADULTS', stage: 1, value: 0.8, tolerance: 10 },
  { ...MADE_UP, measure: 'DAYS_TO_ANSWER_MEDIAN', stream: 'CORPORATE', stage: 1, value: 10, tolerance: 2 },
  { ...MADE_UP, measure: 'WENT_ON_RATE', stage: 1, value: 0.4, tolerance: 5 },
  { ...MADE_UP, measure: 'REMEDY_COMPLIANCE_RATE', value: 1, tolerance: 5 },
];
