import { day, instant, int, jsonb, key, nullable, text, texts } from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';
import { describeCaseTally } from './case-tally';

/** A complaint that a command on many refused, and why. */
export interface RefusedOne {
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

/** What became of a command on many complaints: it is answered the same when it comes again. */
export interface ManyOutcome {
  readonly done: readonly { readonly id: string; readonly version: number }[];
  readonly refused: readonly RefusedOne[];
  /** How many were not taken up, because one command does only so many. */
  readonly left: number;
}

const described = new Map<string, WorklistTables>();
type WorklistTables = ReturnType<typeof describeTables>;

/** The tables of who works on a stream's complaints, in its own PostgreSQL schema; the same objects each time. */
export function worklistTables(schema: string): WorklistTables {
  const tables = described.get(schema) ?? describeTables(schema);
  described.set(schema, tables);
  return tables;
}

const describeTables = (schema: string) => ({
  caseTally: describeCaseTally(schema),
  /** People who work on complaints together. */
  group: defineTable({
    schema,
    name: 'case_group',
    columns: {
      id: key(text()),
      name: text(),
      /** By the subjects of their sign-ins. */
      members: texts(),
      /** The groups of the telephone system whose calls come to it. */
      call_groups: texts(),
      /** Counts the changes, so that nobody changes what they have not seen. */
      version: int(),
      changed_by: text(),
      changed_at: instant(),
    },
  }),
  /** That somebody is away, and who stands in. */
  absence: defineTable({
    schema,
    name: 'absence',
    columns: {
      id: key(text()),
      subject: text(),
      from_day: day(),
      to_day: day(),
      stands_in: nullable(text()),
      recorded_by: text(),
      recorded_at: instant(),
      ended_by: nullable(text()),
      ended_at: nullable(instant()),
    },
    indices: [
      { name: 'absence_by_person', columns: ['subject', 'to_day'], where: '(ended_at IS NULL)' },
      { name: 'absence_by_day', columns: ['to_day'], where: '(ended_at IS NULL)' },
    ],
    checks: [
      { name: 'absence_runs_forward', expression: '(to_day >= from_day)' },
      { name: 'absence_stood_in_by_another', expression: '(stands_in <> subject)' },
    ],
  }),
  /** Commands on many complaints that were done, by the keys that name them. */
  manyDone: defineTable({
    schema,
    name: 'many_done',
    columns: {
      key: key(text()),
      /** Whose command it was, by the subject of their sign-in. */
      subject: text(),
      /** A hash of all that was asked. */
      fingerprint: text(),
      outcome: jsonb<ManyOutcome>(),
      done_at: instant(),
    },
  }),
});

export type GroupRow = RowIn<WorklistTables['group']>;
export type AbsenceRow = RowIn<WorklistTables['absence']>;
export type ManyDoneRow = RowIn<WorklistTables['manyDone']>;
