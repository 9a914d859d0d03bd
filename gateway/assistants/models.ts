import { z } from 'zod';
import { toldText } from './told-text';

/** A text out of records. */
export const recordText = z.string().overwrite(toldText);

export const definitionModel = z.object({
  measure: z.string(),
  title: z.string(),
  counts: z.string(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  numeratorMeasures: z.array(z.string()),
  denominatorMeasures: z.array(z.string()),
  datedBy: z.string(),
  source: z.string(),
  polarity: z.enum(['HIGHER_IS_BETTER', 'LOWER_IS_BETTER', 'NEITHER']),
  unit: z.enum(['COUNT', 'RATE', 'WORKING_DAYS']),
  version: z.number(),
  since: z.string(),
});
export type Definition = z.output<typeof definitionModel>;

export const sourceModel = z.object({
  source: z.string(),
  stream: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  loadedAt: z.string().nullable(),
});
export type Source = z.output<typeof sourceModel>;

/** A value, and of a rate what it was divided from. */
const valued = {
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  suppressed: z.boolean(),
};

const comparisonModel = z.object({
  with: z.enum(['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR']),
  from: z.string(),
  to: z.string(),
  ...valued,
  better: z.boolean().nullable(),
});

const figureModel = z.object({
  ...valued,
  measure: z.string(),
  asAt: z.string(),
  partial: z.boolean(),
  openFaults: z.number().nullable(),
  definition: definitionModel,
  sources: z.array(sourceModel),
  comparisons: z.array(comparisonModel),
});
export type GraphFigure = z.output<typeof figureModel>;

export const definitionsAnswer = z.object({ measureDefinitions: z.array(definitionModel) });
export const figuresAnswer = z.object({ figures: z.array(figureModel).min(1) });

export const dividedAnswer = z.object({
  measures: z.object({
    asAt: z.string(),
    partial: z.array(z.string()),
    callsPartial: z.boolean(),
    sources: z.array(sourceModel),
    rows: z.array(z.record(z.string(), z.unknown())),
  }),
});

export const countedAnswer = z.object({
  counted: z.object({
    asAt: z.string(),
    partial: z.array(z.string()),
    totalCount: z.number().nullable(),
    edges: z.array(
      z.object({
        node: z
          .object({
            reference: recordText.nullable(),
            stage: z.number().nullable(),
            on: z.string().nullable(),
            complaint: z.object({ id: z.string() }).nullable(),
            ombudsmanCase: z.object({ id: z.string() }).nullable(),
          })
          .nullable(),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
  figures: z.array(z.object({ ...valued, definition: definitionModel })).min(1),
});

const reachModel = z.object({
  asAt: z.string(),
  partial: z.array(z.string()),
  closedWithoutDay: z.number().nullable(),
  smallNumbers: z.object({ below: z.number(), words: z.string() }).nullable(),
  sources: z.array(sourceModel),
});

const rowsOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) }).nullable();

export const filtersAnswer = z.object({
  services: z
    .array(
      z.object({
        name: recordText,
        formerNames: z.array(recordText),
        directorate: recordText,
        endedOn: z.string().nullable(),
      }),
    )
    .nullable(),
  directorates: z.array(z.object({ name: recordText })).nullable(),
  channels: z.array(z.object({ name: recordText })).nullable(),
  themes: rowsOf(z.object({ theme: recordText.nullable() })),
  financialYears: rowsOf(z.object({ financialYear: z.string().nullable() })),
  stages: rowsOf(z.object({ stage: z.number().nullable() })),
  reach: reachModel,
});

/** Over which days a stream recorded a measure. */
export const recordedModel = z.object({
  stream: z.string(),
  measure: z.string(),
  stage: z.number().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  granularity: z.string(),
});
export type Recorded = z.output<typeof recordedModel>;

export const qualityAnswer = z.object({
  reach: reachModel,
  coverage: z.array(recordedModel).nullable(),
  figures: z.array(z.object({ openFaults: z.number().nullable() })).nullable(),
});

export const ownFaultsAnswer = z.object({ serviceFaults: z.object({ totalCount: z.number().nullable() }) });
