import type { Identity } from '../../../../platform/identity/identity';
import { type TestPart, testPart } from '../../../../platform/testing/test-part';
import { resolvers } from '../../resolvers';
import { subgraph } from '../../subgraph';
import type { ReportCell, ReportContent } from '../content';
import type { Defined, Filling } from './filling';
import { lifeResolvers } from './resolvers';

const QUESTION = {
  ...{ measure: 'RECEIVED', measureVersion: 1, asAt: '2021-09-30', streams: ['CORPORATE'], stages: [1] },
  ...{
    financialYears: ['2021-22'],
    quarters: null,
    from: null,
    to: null,
    services: null,
    directorates: null,
  },
  ...{ themes: null, channels: null, outcomes: null, routes: null },
};

/** A cell that counts corporate complaints. */
export const cell = (id: string, value: number | null, more: Partial<ReportCell> = {}): ReportCell => ({
  ...{
    id,
    state: value === null ? 'NOT_RECORDED' : 'TOLD',
    text: value === null ? 'not recorded' : `${value}`,
  },
  ...{ value, numerator: null, denominator: null, rag: null, direction: null, missing: null },
  ...{ question: QUESTION, ...more },
});

/** What a made-up definition holds, and what is counted by it: tests change both while a report lives. */
export interface MadeUp {
  version: number;
  sections: { key: string; heading: string; prompt: string | null }[];
  received: number;
  partial: string[];
  sources: ReportContent['sources'];
}

const madeUp = (): MadeUp => ({
  version: 1,
  sections: [
    { key: 'demand', heading: 'Demand', prompt: 'Say what drives it. Name nobody.' },
    { key: 'notes', heading: 'Notes', prompt: null },
  ],
  received: 55,
  partial: [],
  sources: [],
});

const contentOf = (made: MadeUp, financialYear: string, upTo: ReportContent['upTo']): ReportContent => ({
  ...{ title: `Progress: ${financialYear} up to ${upTo}`, definition: 'progress' },
  ...{
    definitionVersion: made.version,
    financialYear,
    upTo,
    asAt: '2021-09-30',
    partial: made.partial,
    sources: made.sources,
  },
  from: `${financialYear.slice(0, 4)}-04-01`,
  to: upTo === 'Q2' ? `${financialYear.slice(0, 4)}-09-30` : `${financialYear.slice(0, 4)}-12-31`,
  sections: made.sections.map(({ key, heading, prompt }, place) => ({
    ...{ key, heading, prompt, level: 2, rule: null, paragraphs: [], blanks: [] },
    tables:
      place > 0 ? [] : [table([cell('t/received/so-far', made.received), cell('t/received/before', 2)])],
  })),
});

const table = (cells: readonly ReportCell[]): ReportContent['sections'][number]['tables'][number] => ({
  ...{ key: 't', title: 'Complaints', rowHead: 'Measure', notes: [] },
  columns: [
    { key: 'so-far', label: '2021-22', kind: 'FIGURE' },
    { key: 'before', label: '2020-21', kind: 'FIGURE' },
  ],
  rows: [{ key: 'received', label: 'Received', cells }],
});

/** Small ones are left out, and nothing else. */
function publicContent(content: ReportContent): ReportContent {
  const told = (one: ReportCell): ReportCell =>
    one.value !== null && one.value < 5 ? cell(one.id, null, { state: 'SUPPRESSED', text: 'small' }) : one;
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      tables: section.tables.map((one) => ({
        ...one,
        rows: one.rows.map((row) => ({ ...row, cells: row.cells.map(told) })),
      })),
    })),
  };
}

/** Insight with one made-up definition, on a database of its own, asked by an officer unless a question says otherwise. */
export interface TestReports extends TestPart {
  /** What reports hold by now. */
  made: MadeUp;
  /** The code of the refusal; null where there is none. */
  refused(query: string, as?: Partial<Identity>): Promise<unknown>;
}

/** The report that tests begin. */
export const ID = 'progress.2021-22.Q2';

/** Begins that report and freezes it with a reason, as an officer. */
export async function freezeOne(reports: TestReports): Promise<void> {
  await reports.data(
    'mutation { openReport(definition: "progress", financialYear: "2021-22", upTo: Q2) { __typename } }',
  );
  await reports.data(
    `mutation { writeReportCommentary(id: "${ID}", section: "demand", basedOnVersion: 0, text: "It rose.") { __typename } }`,
  );
  const { report } = await reports.data<{ report: { seen: string } }>(`{ report(id: "${ID}") { seen } }`);
  const { done } = await reports.data<{ done: { __typename: string } }>(
    `mutation { done: freezeReport(id: "${ID}", version: 1, seen: "${report.seen}") { __typename } }`,
  );
  if (done.__typename !== 'Report') throw new Error(`It was not frozen: ${done.__typename}`);
}

/** It is 15 October 2021: the second quarter is over, and the third goes on. */
export async function testReports(): Promise<TestReports> {
  const reports = { made: madeUp() };
  const filling: Filling = {
    definitionNamed: (key): Defined | null =>
      key === 'progress' ? { ...reports.made, key, title: 'Progress', upTo: ['Q2', 'Q3'] } : null,
    fillReport: async (_, { financialYear, upTo }) => contentOf(reports.made, financialYear, upTo),
    sectionsOn: () => reports.made.sections.map(({ key, heading }) => ({ key, heading })),
    publicContent: async (_, content) => publicContent(content),
  };
  const life = lifeResolvers(filling);
  const served = {
    ...resolvers,
    ...life,
    Query: { ...resolvers.Query, ...life.Query },
    Mutation: life.Mutation,
  };
  const part = await testPart({
    subgraph: { ...subgraph, resolvers: served },
    ...{ today: '2021-10-15', person: { subject: 'olu', role: 'officer' } },
  });
  return Object.assign(reports, part, {
    async refused(query: string, as?: Partial<Identity>) {
      const { errors } = await part.ask(query, as);
      return errors?.[0]?.extensions?.['code'] ?? null;
    },
  });
}
