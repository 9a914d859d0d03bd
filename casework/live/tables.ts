import type { StageOfCase } from '../../domain/procedure/case-state';
import type { Facts } from '../../domain/procedure/command';
import type { CaseEvent, WaitsFor } from '../../domain/procedure/events';
import {
  boolean,
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  references,
  smallint,
  text,
  texts,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

/** What somebody is to a live complaint. */
export const PARTY_KINDS = [
  'COMPLAINANT',
  'REPRESENTATIVE',
  'PERSON_CONCERNED',
  'CHILD',
  'APPOINTED',
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A stage's clock: its days, extensions and suspensions, without anybody who handled it. */
export type StageClockFacts = Omit<StageOfCase, 'appointed' | 'panel' | 'handledBy'>;

const described = new Map<string, LiveTables>();
export type LiveTables = ReturnType<typeof describeTables>;

/** The tables of live complaints, in the stream's own PostgreSQL schema; the same objects each time. */
export function liveTables(schema: string): LiveTables {
  const tables = described.get(schema) ?? describeTables(schema);
  described.set(schema, tables);
  return tables;
}

const ofComplaint = (schema: string, table: string) =>
  key(references(text(), `${schema}.complaint`, `${table}_of_complaint`));

const describeTables = (schema: string) => ({
  /** How a live complaint stands, for those who work on it: worked out of its timeline with every command. */
  liveCase: defineTable({
    schema,
    name: 'live_case',
    columns: {
      complaint_id: ofComplaint(schema, 'live_case'),
      /** How many entries its timeline has. */
      version: int(),
      stage: smallint(),
      state: text(),
      waits_for: text<WaitsFor>(),
      is_ended: boolean(),
      /** By the subject of their sign-in; null while nobody has it. */
      assigned_to: nullable(text()),
      assigned_group: nullable(text()),
      is_accepted: boolean(),
      service_id: nullable(text()),
      /** Of the latest stage. */
      received_on: day(),
      /** The open limit that is due first, and its day; null where there is none. */
      next_limit: nullable(text()),
      next_due_on: nullable(day()),
      /** Of the latest stage's answer. */
      answer_due_on: nullable(day()),
      /** Who handled an earlier stage, where the procedure keeps this one from them. */
      handled_earlier_by: texts(),
      began_at: instant(),
      changed_at: instant(),
    },
    indices: [
      {
        name: 'live_case_by_assignee',
        columns: ['assigned_to', 'next_due_on', 'complaint_id'],
        where: '(NOT is_ended)',
      },
      {
        name: 'live_case_by_group',
        columns: ['assigned_group', 'next_due_on', 'complaint_id'],
        where: '(NOT is_ended)',
      },
      {
        name: 'live_case_by_service',
        columns: ['service_id', 'next_due_on', 'complaint_id'],
        where: '(NOT is_ended)',
      },
      { name: 'live_case_by_due', columns: ['next_due_on', 'complaint_id'], where: '(NOT is_ended)' },
      {
        name: 'live_case_unassigned',
        columns: ['next_due_on', 'complaint_id'],
        where: '((NOT is_ended) AND (assigned_to IS NULL) AND (assigned_group IS NULL))',
      },
      {
        name: 'live_case_waiting',
        columns: ['next_due_on', 'complaint_id'],
        where:
          "((NOT is_ended) AND (waits_for = ANY (ARRAY['COMPLAINANT'::text, 'INVESTIGATOR'::text, 'PANEL'::text, 'OTHERS'::text])))",
      },
      {
        name: 'live_case_handled_earlier',
        columns: ['complaint_id'],
        where: "((NOT is_ended) AND (assigned_to IS NULL) AND (handled_earlier_by <> '{}'::text[]))",
      },
    ],
  }),
  /** The clocks of a live complaint: what its deadlines are worked out of, for all who may see facts. */
  liveClock: defineTable({
    schema,
    name: 'live_clock',
    columns: {
      complaint_id: ofComplaint(schema, 'live_clock'),
      stages: jsonb<readonly StageClockFacts[]>(),
    },
  }),
  /** What happened to a live complaint, in order: added to, and never changed. */
  timelineEntry: defineTable({
    schema,
    name: 'timeline_entry',
    columns: {
      complaint_id: ofComplaint(schema, 'timeline_entry'),
      place: key(int()),
      stage: smallint(),
      event: text<CaseEvent>(),
      facts: jsonb<Facts>(),
      by: text(),
      at: instant(),
    },
  }),
  /** What somebody wrote at an entry: a reason, a summary, what was found. Personal data. */
  timelineWords: defineTable({
    schema,
    name: 'timeline_words',
    columns: {
      complaint_id: ofComplaint(schema, 'timeline_words'),
      place: key(int()),
      /** What the words are: `REASON`, `SUMMARY`, `NOTE`, or a point of the complaint by its number, `POINT_1`. */
      part: key(text()),
      words: text(),
    },
  }),
  /** Who a live complaint is about or from, and whoever is appointed to look into it. Personal data. */
  caseParty: defineTable({
    schema,
    name: 'case_party',
    columns: {
      id: key(text()),
      complaint_id: references(text(), `${schema}.complaint`, 'case_party_of_complaint'),
      kind: text<PartyKind>(),
      /** The id under which somebody appointed is kept, where they are one: facts name it. */
      person: nullable(text()),
      relationship: nullable(text()),
      title: nullable(text()),
      forename: nullable(text()),
      surname: nullable(text()),
      email: nullable(text()),
      telephone: nullable(text()),
      address: nullable(text()),
      postcode: nullable(text()),
      born_on: nullable(day()),
      recorded_at: instant(),
    },
    indices: [{ name: 'case_party_by_complaint', columns: ['complaint_id'] }],
  }),
  /** Commands that were done, by the keys that name them: one that comes again is answered, and not done again. */
  commandDone: defineTable({
    schema,
    name: 'command_done',
    columns: {
      key: key(text()),
      /** No reference: a key is taken before the complaint begins that is recorded by it. */
      complaint_id: text(),
      /** Whose command it was, by the subject of their sign-in. */
      subject: text(),
      /** A hash of all that was asked: the same key with something else is another's. */
      fingerprint: text(),
      place: int(),
      done_at: instant(),
    },
  }),
  /** Of which telephone call a complaint was recorded: of each call one. */
  callRecorded: defineTable({
    schema,
    name: 'call_recorded',
    columns: {
      call_id: key(text()),
      complaint_id: references(text(), `${schema}.complaint`, 'call_recorded_of_complaint'),
      recorded_at: instant(),
    },
  }),
});

export type LiveCaseRow = RowIn<LiveTables['liveCase']>;
export type LiveClockRow = RowIn<LiveTables['liveClock']>;
export type TimelineEntryRow = RowIn<LiveTables['timelineEntry']>;
export type TimelineWordsRow = RowIn<LiveTables['timelineWords']>;
export type CasePartyRow = RowIn<LiveTables['caseParty']>;
export type CommandDoneRow = RowIn<LiveTables['commandDone']>;
