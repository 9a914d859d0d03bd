import type { MigrationInterface } from 'typeorm';
import type { StreamReport } from '../../contracts/report';
import type { Calendar } from '../../domain/calendar/working-days';
import type { LetterTemplate } from '../../domain/letters/letter';
import type { CaseEvent } from '../../domain/procedure/events';
import type { Procedure } from '../../domain/procedure/procedure';
import type { LiveProcedure } from '../../domain/procedure/stage-version';
import type { RetentionRule } from '../../domain/retention/review-day';
import type { Resolvers } from '../../platform/server/subgraph';
import type { Table } from '../../platform/tables/define-table';
import type { LiveStage, OwnValues } from '../live/live-stage';

/** A table of what one stream alone records of a stage: a row a stage, keyed by `stage_id`, text columns. */
export interface OwnStageTable {
  /** The table as the database has it. */
  readonly stored: Table<OwnRow>;
  /** Each column, and the name under which `StageState.own` has its value. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether it holds personal data, so that only those who may read the stage's account may read it. */
  readonly personal: boolean;
}

/** A row of such a table. */
export type OwnRow = { stage_id: string } & Record<string, string | null>;

/** Something that a stream alone takes with a complaint that is recorded here, in words or as yes or no. */
export interface OwnInput {
  /** Its name in the graph. */
  readonly field: string;
  /** What it is, for who records it. */
  readonly says: string;
  readonly kind: 'TEXT' | 'YES_NO';
  /** The name under which `StageState.own` has its value. */
  readonly keptAs: string;
}

/** For how long a stream keeps people, and where it records of the child what that depends on. */
export interface StreamRetention {
  readonly rules: readonly RetentionRule[];
  /** Columns of `ownAccount`. */
  readonly child?: { readonly ageBand: string; readonly lookedAfter: string };
}

/** What makes a stream: its law, its report, and what it alone records. `createStream` adds the rest. */
export interface StreamDefinition {
  /** In lower case: the folder, the schema folder, the PostgreSQL schema, and the beginning of every id. */
  readonly name: string;
  /** By which imported stages are dated. */
  readonly procedure: Procedure;
  /** By which complaints are worked on here. */
  readonly liveProcedure: LiveProcedure;
  /** The letters that are written here to complainants; left out where none are. */
  readonly letters?: readonly LetterTemplate[];
  readonly calendar: Calendar;
  readonly report: StreamReport;
  readonly retention: StreamRetention;
  readonly ownStage: OwnStageTable;
  /** Where it records when a panel of an imported stage met and reported: columns of `ownStage`. */
  readonly panel?: { readonly heldOn: string; readonly reportedOn: string };
  /** What it alone records of people, or in somebody's words, where it does: a personal table. */
  readonly ownAccount?: OwnStageTable;
  /** What it alone records of a live stage, as far as its timeline says something of it; left out where that is nothing. */
  readonly liveOwn?: (live: LiveStage) => OwnValues;
  /** What it alone takes with a complaint that is recorded; left out where that is nothing. It goes on with each next stage. */
  readonly ownInput?: readonly OwnInput[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly resolvers: Resolvers;
}

/** The stream's name in the schema's enum `Stream`. */
export const enumName = (stream: string): string => stream.toUpperCase();

/** The name of an event in the schema's enum `CaseEvent`: `AGREE_PLAN`. */
export const eventName = (event: CaseEvent): string =>
  event.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The name of the stream's complaint type, for example `CorporateComplaint`. */
export const typeName = (stream: string): string =>
  `${stream.charAt(0).toUpperCase()}${stream.slice(1).toLowerCase()}Complaint`;
