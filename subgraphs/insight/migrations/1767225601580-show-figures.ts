import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { closeToProtected, forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';
import type { FigureSet } from '../../../platform/records/record-set';
import { dropFigureViews, makeFigureViews } from './1767225601580-figure-views';

/** The sets that there are now: one that comes later has a migration of its own. */
const SETS: readonly FigureSet[] = [
  {
    name: 'monthly-figures',
    description: 'The figures of one stage of a stream in one month a row.',
    by: ['MONTH', 'STREAM', 'STAGE'],
  },
  {
    name: 'quarterly-figures',
    description: 'The figures of one stage of a stream in one quarter of a financial year a row.',
    by: ['FINANCIAL_YEAR', 'QUARTER', 'STREAM', 'STAGE'],
  },
];

/** The measures that there are now, as rows of figures name them. */
const MEASURES =
  `received escalated direct wentOn acknowledged acknowledgedInTime answered answeredInTime upheld partiallyUpheld
  notUpheld closed referredToOmbudsman ombudsmanDecided upheldByOmbudsman remediesDue remediesDone remediesDoneInTime calls
  open overdue inTimeRate acknowledgedInTimeRate upholdRate wentOnRate remedyComplianceRate
  daysToAnswerMean daysToAnswerMedian daysToAnswerP90`.split(/\s+/);

const TABLES = [
  `create table insight.figure_set (
     name text not null constraint figure_set_pkey primary key,
     state text,
     as_at date,
     counted_at timestamptz)`,
  `create table insight.figure_row (
     figure_set text not null,
     id text not null,
     figures jsonb not null,
     constraint figure_row_pkey primary key (figure_set, id))`,
];

const PROJECTS = roleIsOneOf('projection');

/** Keeps sets of figures, and shows them as views: to those who see all figures. */
export class ShowFigures1767225601580 implements MigrationInterface {
  readonly name = 'ShowFigures1767225601580';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
    for (const { name } of SETS)
      await runner.query('insert into insight.figure_set (name) values ($1)', [name]);
    const login = await quotedLogin(runner, 'insight');
    for (const table of ['insight.figure_set', 'insight.figure_row']) {
      await runner.query(`grant select, insert, update, delete on ${table} to ${login}`);
      await secure(runner, table);
    }
    await makeFigureViews(runner, SETS, MEASURES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFigureViews(runner, SETS);
    await runner.query('drop table insight.figure_row');
    await runner.query('drop table insight.figure_set');
  }
}

async function secure(runner: QueryRunner, table: string): Promise<void> {
  await forceRowSecurity(runner, table, [
    {
      name: 'those_who_see_all_figures_read',
      command: 'select',
      allows: roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection'),
    },
    { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
  ]);
  await closeToProtected(runner, table);
}
