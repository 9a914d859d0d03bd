import type { FastifyReply } from 'fastify';
import { CSV_START, csvLine } from '../../../platform/files/csv';
import { chartRecords } from '../../charts/table';
import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import { NotFound } from '../../server/not-found';
import { draw } from './draw';
import type { DrawnFigures } from './drawn-figures';
import type { MeasureTable } from './measure-table';
import { tableCsv } from './table-csv';

/** Something of a page that can be taken away: a table, and its picture where there is one. */
export interface PageFile {
  /** Names it in addresses, once on its page. */
  readonly id: string;
  readonly csv: () => string;
  readonly svg: (() => string) | null;
}

/** A table of measures to take away. */
export const tableFile = (table: MeasureTable): PageFile => ({
  id: table.id,
  csv: () => tableCsv(table),
  svg: null,
});

/** Drawn figures to take away: their table and their picture. */
export const drawnFile = (figures: DrawnFigures): PageFile => ({
  id: figures.id,
  csv: () =>
    figures.table === undefined
      ? CSV_START + chartRecords(draw(figures).table).map(csvLine).join('')
      : tableCsv(figures.table),
  svg: () => draw(figures).standaloneSvg(),
});

/** The address of a file of the page at `path`, under the page's own filter. */
export const fileHref = (path: string, file: `${string}.${'csv' | 'svg'}`, filter: Filter): string =>
  addressOf(`${path === '/' ? '' : path}/charts/${file}`, filter);

/** Sends the file of a page that an address names. Throws `NotFound` for one that there is not. */
export function sendFile(
  reply: FastifyReply,
  files: readonly PageFile[],
  { file, name, period }: { file: string; name: string | null; period: PagePeriod },
): FastifyReply {
  const [, id, kind] = /^([a-z\d-]{1,60})\.(csv|svg)$/.exec(file) ?? [];
  const found = files.find((each) => each.id === id);
  const text = kind === 'svg' ? found?.svg?.() : found?.csv();
  if (text === undefined) throw new NotFound();
  const asAt = period.askedAsAt === null ? [] : [`as-at-${period.askedAsAt}`];
  const named = [name, id, period.endsOn, ...asAt].filter(Boolean).join('-');
  reply.header('content-disposition', `attachment; filename="${named}.${kind}"`);
  return reply.type(kind === 'svg' ? 'image/svg+xml' : 'text/csv; charset=utf-8').send(text);
}
