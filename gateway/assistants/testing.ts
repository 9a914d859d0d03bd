import { toDay } from '../../domain/calendar/day';
import type { Asking } from './asking';
import type { MakeTool } from './make-tool';
import type { Definition, Source } from './models';
import { siteAddress } from './site-address';
import { readVocabulary } from './vocabulary';

/** A small schema with what tools read of one. */
const SCHEMA = `
  "What can be counted." enum Measure { RECEIVED ANSWERED ANSWERED_IN_TIME IN_TIME_RATE DAYS_TO_ANSWER_MEAN }
  enum Dimension { "The stream." STREAM STAGE "The month." MONTH SERVICE }
  enum Comparison { PREVIOUS_PERIOD SAME_PERIOD_LAST_YEAR }
  enum Stream { "Schools." SCHOOLS CORPORATE }
  input MeasureFilter {
    "Only these streams."
    streams: [Stream!]
    stages: [Int!]
    services: [String!]
    open: Boolean
    from: Date
  }
  type MeasureRow { stream: Stream received: Int }
`;

/** What a tool is made with in tests: a small vocabulary, and a site. */
export const MAKE: MakeTool = {
  vocabulary: readVocabulary(SCHEMA),
  site: siteAddress({ siteUrl: 'https://site.example', today: () => toDay('2021-10-14') }),
};

/** A graph that answers each question with what a test says, and notes what it was asked. */
export function answering(
  answers: Readonly<Record<string, unknown>>,
  scopes: readonly string[] = ['figures', 'facts'],
): Asking & { readonly asked: [name: string, variables: unknown][] } {
  const asked: [string, unknown][] = [];
  return {
    ...{ asked, scopes },
    async ask(name, model, variables = {}) {
      asked.push([name, variables]);
      return model.parse(answers[name]);
    },
  };
}

export const RECEIVED: Definition = {
  ...{
    measure: 'RECEIVED',
    title: 'Received',
    counts: 'Stages received',
    unit: 'COUNT',
    polarity: 'NEITHER',
  },
  ...{ numerator: null, denominator: null, numeratorMeasures: [], denominatorMeasures: [] },
  ...{ datedBy: 'The day the stage was received', source: 'A report', version: 1, since: '2021-04-01' },
};

export const IN_TIME_RATE: Definition = {
  ...{ ...RECEIVED, measure: 'IN_TIME_RATE', title: 'Share answered in time', unit: 'RATE' },
  ...{ counts: 'The share of answers that were in time', polarity: 'HIGHER_IS_BETTER' },
  ...{ numerator: 'Stages answered in time', denominator: 'Stages answered: those that have an answer' },
  ...{
    numeratorMeasures: ['ANSWERED_IN_TIME'],
    denominatorMeasures: ['ANSWERED'],
    datedBy: 'The day of the answer',
  },
};

export const SOURCES: Source[] = [
  { source: 'crm', stream: 'CORPORATE', from: '2019-04-01', to: '2021-10-14', loadedAt: null },
  { source: 'crm', stream: 'SCHOOLS', from: '2019-04-01', to: '2021-09-30', loadedAt: null },
  { source: 'register', stream: null, from: null, to: null, loadedAt: null },
];

/** A value with what it was divided from. */
export const valued = (
  value: number | null,
  numerator: number | null = null,
  denominator: number | null = null,
) => ({
  ...{ value, numerator, denominator, suppressed: false },
});
