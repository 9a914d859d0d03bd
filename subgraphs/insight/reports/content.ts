import { z } from 'zod';
import { type Day, isDay } from '../../../domain/calendar/day';
import { DIRECTIONS, RAGS } from '../../../domain/targets/standing';

/**
 * Why a cell is as it is. TOLD holds a figure, or words; NOT_RECORDED was recorded by nobody; NOT_YET is of a period that
 * no records reach; SUPPRESSED is small, or small ones could be worked out from it; BLANK is not kept in any record, and
 * `missing` says what would fill it; EMPTY has nothing to say (a target of a volume).
 */
export const CELL_STATES = ['TOLD', 'NOT_RECORDED', 'NOT_YET', 'SUPPRESSED', 'BLANK', 'EMPTY'] as const;
export type CellState = (typeof CELL_STATES)[number];

const names = z.array(z.string()).readonly().nullable();

/** What a cell counts: a measure and a filter as `counted` and `measures` take them; a part that is null does not narrow. */
export const cellQuestion = z.object({
  measure: z.string(),
  /** Of that measure as it was defined when it was counted. */
  measureVersion: z.number(),
  asAt: z.string(),
  streams: names,
  stages: z.array(z.number()).readonly().nullable(),
  financialYears: names,
  quarters: names,
  from: z.string().nullable(),
  to: z.string().nullable(),
  services: names,
  directorates: names,
  themes: names,
  channels: names,
  outcomes: names,
  routes: names,
});
export type CellQuestion = z.infer<typeof cellQuestion>;

/** One cell of a table: a figure, what is said of it, or why there is none. */
export const reportCell = z.object({
  /** Unique in the report and the same in each of its versions: `table/row/column`. */
  id: z.string(),
  state: z.enum(CELL_STATES),
  /** As people read it: `63 %`, `12`, `not recorded`, `Amber: within 5 points of 90 %`. */
  text: z.string(),
  /** The figure itself; null where there is none, and for words. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  rag: z.enum(RAGS).nullable(),
  direction: z.enum(DIRECTIONS).nullable(),
  /** What would fill it, where no record can. */
  missing: z.string().nullable(),
  /** What it counts; null for words. */
  question: cellQuestion.nullable(),
});
export type ReportCell = z.infer<typeof reportCell>;

export const COLUMN_KINDS = ['FIGURE', 'TARGET', 'RAG', 'DIRECTION', 'WORDS'] as const;

/** A table: rows and columns with a cell for each. */
export const reportTable = z.object({
  /** Unique in the report. */
  key: z.string(),
  /** What it shows, which is its caption. */
  title: z.string(),
  /** What its first column holds: `Measure`, `Service`. */
  rowHead: z.string(),
  columns: z.array(z.object({ key: z.string(), label: z.string(), kind: z.enum(COLUMN_KINDS) })).readonly(),
  rows: z
    .array(z.object({ key: z.string(), label: z.string(), cells: z.array(reportCell).readonly() }))
    .readonly(),
  /** What has to be known to read it: how it is counted, since when it is recorded, what is partial. */
  notes: z.array(z.string()).readonly(),
});
export type ReportTable = z.infer<typeof reportTable>;

/** A section: what stands in it, and the place for what people say. */
export const reportSection = z.object({
  /** The same in each version of the definition. */
  key: z.string(),
  heading: z.string(),
  /** 2 below the title, 3 below a section of 2. */
  level: z.number(),
  /** The law, code or custom that asks for it, in words. */
  rule: z.string().nullable(),
  /** Sentences that are true of every such report, or made of its figures. */
  paragraphs: z.array(z.string()).readonly(),
  /** What people are to say here; null where nothing is asked of them. */
  prompt: z.string().nullable(),
  tables: z.array(reportTable).readonly(),
  /** What the rule asks for and no record can tell: a flagged blank each, with what would fill it. */
  blanks: z.array(z.object({ label: z.string(), wouldFill: z.string() })).readonly(),
});
export type ReportSection = z.infer<typeof reportSection>;

const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value));

const sourceReach = z.object({
  source: z.string(),
  stream: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  loadedAt: z.string().nullable(),
});

/** What a report says, without what people wrote: as it stands now, or as it was frozen. */
export const reportContent = z.object({
  title: z.string(),
  definition: z.string(),
  definitionVersion: z.number(),
  financialYear: z.string(),
  upTo: z.enum(['Q1', 'Q2', 'Q3', 'Q4']),
  from: z.string(),
  to: z.string(),
  asAt: z.string(),
  /** Streams whose records end before the period does. */
  partial: z.array(z.string()).readonly(),
  /** Of which days the records spoke that were counted; absent where it was frozen before that was kept. */
  sources: z.array(sourceReach).readonly().optional(),
  sections: z.array(reportSection).readonly(),
});
export type ReportContent = z.infer<typeof reportContent>;
