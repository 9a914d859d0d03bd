import { ageBandName, ombudsmanName, stageName, streamName } from '../../../domain/figures/names';
import type { Filter } from '../../filters/parts';
import { AGE_BANDS, STREAMS } from '../../filters/parts';
import type { DividedFiguresQuery } from '../../operations/__generated__/operations';
import { type MeasureTable, measureTable, type NamedRow } from '../figures/measure-table';
import { measuredIn } from '../figures/measured';
import { inQuarter, isQuarter, type QuarterName, quarterLabel } from '../figures/quarters';
import { serviceHref, streamHref } from '../places/place';
import type { Definition } from './measure-groups';

/** What a measure's tables are made of. */
export interface Divided {
  readonly definition: Definition;
  readonly answer: DividedFiguresQuery;
  /** The filter of the page with its time, and without it. */
  readonly filter: Filter;
  readonly timeless: Filter;
  /** The quarters of the trend, in order. */
  readonly quarters: readonly QuarterName[];
  /** Services that have a page. */
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

/** What the page calls a table by. */
interface Named {
  readonly id: string;
  readonly title: string;
  readonly head: string;
}

/** The figures of each quarter, in order; a quarter of which nothing was counted has its row. */
export function byQuarter({ definition, answer, timeless, quarters }: Divided): MeasureTable {
  const rows = answer.byQuarter?.rows ?? [];
  return measureTable({
    ...{ id: 'by-quarter', title: 'By quarter', head: 'Quarter', columns: [definition] },
    rows: quarters.map((quarter) => ({
      label: quarterLabel(quarter).label,
      narrow: { ...timeless, ...inQuarter(quarter) },
      row: rows.find((row) => isQuarter(row, quarter)) ?? {},
    })),
  });
}

/** The tables that make sense of a measure: those by which anything of it is divided. */
export function dividedTables(divided: Divided): MeasureTable[] {
  return [byStream, byStage, byAge, byOmbudsman, byDirectorate, byService].flatMap(
    (divide) => divide(divided) ?? [],
  );
}

const byStream = (divided: Divided) =>
  table(
    divided,
    { id: 'by-stream', title: 'By stream', head: 'Stream' },
    divided.answer.byStream?.rows,
    ({ stream }) =>
      stream === null
        ? { label: 'Of no stream of the council', narrow: null, place: STREAMS.length }
        : {
            label: streamName(stream),
            href: streamHref(stream, divided.filter),
            narrow: { ...divided.filter, streams: [stream] },
            place: STREAMS.indexOf(stream),
          },
  );

const byStage = (divided: Divided) =>
  table(
    divided,
    { id: 'by-stage', title: 'By stage', head: 'Stage' },
    divided.answer.byStage?.rows,
    ({ stage }) =>
      stage === null
        ? null
        : { label: stageName(stage), narrow: { ...divided.filter, stages: [stage] }, place: stage },
  );

const byAge = (divided: Divided) =>
  table(
    divided,
    { id: 'by-age', title: 'By age', head: 'Open for' },
    divided.answer.byAge?.rows,
    ({ ageBand }) =>
      ageBand === null
        ? { label: 'Not known', narrow: null, place: AGE_BANDS.length }
        : {
            label: ageBandName(ageBand),
            narrow: { ...divided.filter, ageBands: [ageBand] },
            place: AGE_BANDS.indexOf(ageBand),
          },
  );

// The lists behind figures cannot be narrowed to one ombudsman.
const byOmbudsman = (divided: Divided) =>
  table(
    divided,
    { id: 'by-ombudsman', title: 'By ombudsman', head: 'Ombudsman' },
    divided.answer.byOmbudsman?.rows,
    ({ ombudsman }) => (ombudsman === null ? null : { label: ombudsmanName(ombudsman), narrow: null }),
  );

const byDirectorate = (divided: Divided) =>
  table(
    divided,
    { id: 'by-directorate', title: 'By directorate', head: 'Directorate' },
    divided.answer.byDirectorate?.rows,
    ({ directorate }) =>
      directorate === null
        ? null
        : { label: directorate, narrow: { ...divided.filter, directorates: [directorate] } },
  );

const byService = (divided: Divided) =>
  table(
    divided,
    { id: 'by-service', title: 'By service', head: 'Service' },
    divided.answer.byService?.rows,
    ({ service }) => {
      if (service === null) return null;
      const id = divided.services.find(({ name }) => name === service)?.id;
      return {
        label: service,
        ...(id === undefined ? {} : { href: serviceHref(id, divided.filter) }),
        narrow: { ...divided.filter, services: [service] },
      };
    },
  );

type Placed = Omit<NamedRow, 'row'> & { readonly place?: number };

/** Null where nothing of the measure is divided so. Rows in the order of their names' own, else as the graph has them. */
function table<Row extends object>(
  { definition }: Pick<Divided, 'definition'>,
  named: Named,
  rows: readonly Row[] | undefined,
  name: (row: Row) => Placed | null,
): MeasureTable | null {
  const all = (rows ?? []).flatMap((row) => {
    const placed = name(row);
    return placed === null || isOfNothing(row, definition) ? [] : [{ place: 0, ...placed, row }];
  });
  if (all.every(({ row }) => measuredIn(row, definition).value === null)) return null;
  return measureTable({
    ...named,
    columns: [definition],
    rows: [...all].sort((one, other) => one.place - other.place),
  });
}

/** Whether nothing of the measure happened there, so that a row would say nothing. What was not recorded says something. */
function isOfNothing(row: object, definition: Definition): boolean {
  const { value, denominator } = measuredIn(row, definition);
  return value === null ? denominator === 0 : value === 0 && definition.unit === 'COUNT';
}
