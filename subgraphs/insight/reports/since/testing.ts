import { fixedClock } from '../../../../platform/config/clock';
import type { PlacedEvent } from '../../../../platform/outbox/outbox';
import type { TestDatabase } from '../../../../platform/testing/database';
import { inTransaction } from '../../../../platform/transaction/transaction';
import type { Context } from '../../context';
import { facts } from '../../facts/follower';
import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import { checkQuestion } from '../../figures/check-question';
import type { MeasureFilter } from '../../figures/filter';
import { valuesOf } from '../../scorecard/figures';
import { TODAY } from '../../testing/fixtures';
import type { CellQuestion, ReportCell, ReportContent } from '../content';
import type { FrozenFigures } from './differences';

/** The day as at which the tests' reports stand. */
export const AS_AT = '2021-10-01';

/** Something that a test's report asks. */
export interface TestQuestion {
  readonly measure: Measure;
  readonly where: MeasureFilter;
}

const list = <Value>(values: readonly Value[] | null | undefined): Value[] | null =>
  values ? [...values] : null;

const dayOf = (day: unknown): string | null => (typeof day === 'string' ? day : null);

const questionOf = ({ measure, where }: TestQuestion): CellQuestion => ({
  ...{ measure, measureVersion: MEASURES[measure].version, asAt: AS_AT },
  ...{ streams: list(where.streams), stages: list(where.stages), financialYears: list(where.financialYears) },
  ...{ quarters: list(where.quarters), from: dayOf(where.from), to: dayOf(where.to) },
  ...{ services: list(where.services), directorates: list(where.directorates) },
  ...{ themes: list(where.themes), channels: list(where.channels) },
  ...{ outcomes: list(where.outcomes), routes: list(where.routes) },
});

/** What a report of some questions says, counted and frozen in one transaction. */
export async function frozenFigures(
  context: Context,
  questions: readonly TestQuestion[],
): Promise<FrozenFigures & { readonly content: ReportContent }> {
  const cells: ReportCell[] = [];
  for (const [place, asked] of questions.entries()) {
    const checked = await checkQuestion(context, { where: asked.where, asAt: AS_AT });
    const told = (await valuesOf(context, [asked.measure], checked)).get(asked.measure);
    const { value = null, numerator = null, denominator = null } = told ?? {};
    cells.push({
      ...{
        id: `asked/${place}/value`,
        state: told === undefined ? 'NOT_RECORDED' : 'TOLD',
        text: `${value}`,
      },
      ...{ value, numerator, denominator, rag: null, direction: null, missing: null },
      question: questionOf(asked),
    });
  }
  const [row] = await context.transaction.query<{ snapshot: string }>(
    'select pg_current_snapshot()::text as snapshot',
  );
  return { content: contentOf(cells), snapshot: row?.snapshot ?? '' };
}

const contentOf = (cells: readonly ReportCell[]): ReportContent => ({
  ...{ title: 'Asked', definition: 'asked', definitionVersion: 1, financialYear: '2021-22', upTo: 'Q2' },
  ...{ from: '2021-04-01', to: '2021-09-30', asAt: AS_AT, partial: [] },
  sections: [
    {
      ...{ key: 'asked', heading: 'Asked', level: 2, rule: null, paragraphs: [], prompt: null, blanks: [] },
      tables: [
        {
          ...{ key: 'asked', title: 'Asked', rowHead: 'Question', notes: [] },
          columns: [{ key: 'value', label: 'Value', kind: 'FIGURE' }],
          rows: cells.map((cell, place) => ({ key: `${place}`, label: `Question ${place}`, cells: [cell] })),
        },
      ],
    },
  ],
});

/** Has the history of facts kept from here on, as the first report does. */
export const beginHistory = (database: TestDatabase): Promise<unknown> =>
  inTransaction(database.of('insight'), { subject: 'test', role: 'officer' }, ({ query }) =>
    query('select insight.begin_fact_history()'),
  );

/** Builds all facts anew from some events, as a rebuild does. */
export const rebuildFrom = (database: TestDatabase, events: readonly PlacedEvent[]): Promise<void> =>
  inTransaction(
    database.of('insight'),
    { subject: 'projection', role: 'projection' },
    async (transaction) => {
      await facts.reset(transaction);
      await facts.apply(transaction, events, fixedClock(TODAY));
      await facts.settle?.(transaction);
    },
  );
