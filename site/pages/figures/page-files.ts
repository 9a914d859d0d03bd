import type { FastifyReply } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import { chartRecords } from '../../charts/table';
import { type FileTable, fileTable } from '../../downloads/file-table';
import { sendTable } from '../../downloads/send-table';
import { isTableKind, type TableKind } from '../../downloads/table-kinds';
import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import { filterTags } from '../../filters/tags';
import { NotFound } from '../../server/not-found';
import { draw } from './draw';
import type { DrawnFigures } from './drawn-figures';
import { measureFile } from './measure-file';
import type { MeasureTable } from './measure-table';

/** Something of a page that can be taken away: a table, and its picture where there is one. */
export interface PageFile {
  /** Names it in addresses, once on its page. */
  readonly id: string;
  readonly title: string;
  readonly table: () => FileTable;
  /** The picture, with where its figures come from at its foot. */
  readonly svg: ((source: string) => string) | null;
}

/** A table of measures to take away. */
export const tableFile = (table: MeasureTable): PageFile => ({
  ...{ id: table.id, title: table.title },
  table: () => measureFile(table),
  svg: null,
});

/** Drawn figures to take away: their table and their picture. */
export const drawnFile = (figures: DrawnFigures): PageFile => ({
  ...{ id: figures.id, title: figures.title },
  table: () => (figures.table === undefined ? chartFile(figures) : measureFile(figures.table)),
  svg: (source) => draw(figures).standaloneSvg(source),
});

function chartFile(figures: DrawnFigures): FileTable {
  const [heads = [], ...rows] = chartRecords(draw(figures).table);
  return fileTable(heads.map(String), rows);
}

/** The address of a file of the page at `path`, under the page's own filter. */
export const fileHref = (path: string, file: `${string}.${TableKind | 'svg'}`, filter: Filter): string =>
  addressOf(`${path}/charts/${file}`, filter);

interface AskedFile {
  readonly file: string;
  readonly name: string | null;
  readonly period: PagePeriod;
  readonly council: string;
}

/** Sends the file of a page that an address names. Throws `NotFound` for one that there is not. */
export function sendFile(
  reply: FastifyReply,
  files: readonly PageFile[],
  { file, name, period, council }: AskedFile,
): FastifyReply {
  const [, id, kind = ''] = /^([a-z\d-]{1,60})\.(csv|xlsx|parquet|svg)$/.exec(file) ?? [];
  const found = files.find((each) => each.id === id);
  if (found === undefined) throw new NotFound();
  const asAt = period.askedAsAt === null ? [] : [`as-at-${period.askedAsAt}`];
  const named = [name, id, period.endsOn, ...asAt].filter(Boolean).join('-');
  if (isTableKind(kind)) {
    const words = { title: found.title, asAt: period.asAt, asked: askedWords(period) };
    return sendTable(reply, found.table(), { kind, name: named, ...words });
  }
  if (found.svg === null) throw new NotFound();
  reply.header('content-disposition', `attachment; filename="${named}.svg"`);
  return reply.type('image/svg+xml').send(found.svg(sourceWords(period, council)));
}

/** How a file says how its page was narrowed: the parameters of its address. */
const askedWords = ({ filter }: PagePeriod): string => addressOf('', filter).slice(1);

const OF_TIME: ReadonlySet<string> = new Set(['financialYears', 'quarters', 'from', 'to', 'asAt']);

/** The last line of a picture, which is looked at without its page: its own words tell its time, and nothing else what it is narrowed by. */
function sourceWords({ asAt, filter }: PagePeriod, council: string): string {
  const source = `Source: complaints records of ${council}, as at ${dayWords(asAt)}.`;
  const narrowed = filterTags('', filter)
    .filter(({ part }) => !OF_TIME.has(part))
    .map(({ name, value }) => `${name}: ${value}`);
  return narrowed.length === 0 ? source : `${source} ${narrowed.join('; ')}.`;
}
