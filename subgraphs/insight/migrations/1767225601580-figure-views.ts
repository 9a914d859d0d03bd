import type { QueryRunner } from 'typeorm';
import { type FigureSet, inSnakeCase } from '../../../platform/records/record-set';
import { dropRecordView, makeRecordView } from '../../../platform/records/record-view';
import { type FigureColumn, figureColumns } from '../figure-views/figure-columns';

const ID = {
  name: 'id',
  description: 'What the row is divided by, divided by colons; `-` where that is null.',
};

/** What stands beside the figures: from when they are. */
const DATED = [
  { name: 'asAt', description: 'The day as at which the figures stand.' },
  { name: 'countedAt', description: 'When they were counted.' },
  {
    name: 'isCurrent',
    description: 'Whether they tell what the graph tells now: all that it counts from is in them.',
  },
];

/** Makes the views of sets of figures with `fields` beside what they are divided by; a measure that comes later needs them made anew. */
export async function makeFigureViews(
  runner: QueryRunner,
  sets: readonly FigureSet[],
  fields: readonly string[],
): Promise<void> {
  for (const set of sets) {
    const columns = columnsOf(set, fields);
    await makeRecordView(
      runner,
      { ...set, part: 'insight', columns: [ID, ...columns, ...DATED] },
      selectOf(set, columns),
    );
  }
}

/** Takes them away again. */
export async function dropFigureViews(
  runner: QueryRunner,
  sets: readonly Pick<FigureSet, 'name'>[],
): Promise<void> {
  for (const set of sets) await dropRecordView(runner, set);
}

const columnsOf = (set: FigureSet, fields: readonly string[]): readonly FigureColumn[] => {
  const divided = set.by.length;
  return figureColumns(set).filter(({ name }, place) => place < divided || fields.includes(name));
};

/** The state that figures are counted from, as it is at the moment: `STATE` of figures/reference.ts as it was. */
const STATE_NOW = `
  select current_database() || ' '
    || string_agg(concat_ws(' ', source, xid, id, (caught_up_at at time zone 'Europe/London')::date), ' ' order by source)
    || coalesce((select string_agg(' ' || rollup, '' order by rollup) from insight.rollup_drift), '')
  from insight.follower_place where follower = 'facts'`;

const selectOf = ({ name }: FigureSet, columns: readonly FigureColumn[]): string => `
  select told.id,
    ${columns.map((column) => `(told.figures ->> '${column.name}')::${column.type} as ${inSnakeCase(column.name)}`).join(',\n    ')},
    counted.as_at, counted.counted_at, coalesce(counted.state = (${STATE_NOW}), false) as is_current
  from insight.figure_set counted
  join insight.figure_row told on told.figure_set = counted.name
  where counted.name = '${name}'`;
