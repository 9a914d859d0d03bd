import { MOST_SHEET_ROWS } from '../../platform/files/write-xlsx';
import type { RecordSet } from '../../platform/records/record-set';
import { createConcurrencyLimit } from '../entrance/concurrency-limit';
import { chosenMediaType } from '../entrance/negotiate';
import { Refusal, refuseToChange, reply } from '../entrance/refusal';
import { csvMetadata } from '../exports/csv-metadata';
import { openFigures, readFigureSchema } from '../exports/figures';
import { FORMATS, type FormatName, isFormat } from '../exports/formats';
import { noteFile } from '../exports/note-file';
import { exported, openRecords, refuseOthers } from '../exports/open-records';
import { sendAnswer } from '../exports/send-answer';
import type { OpenTable } from '../exports/table';
import type { Graph } from '../graph/graph';
import type { GuardedDoor, Visit } from './door';

export interface ExportsDoor {
  readonly graph: Pick<Graph, 'ask' | 'records'>;
  /** The composed schema, whose filters are the parameters. */
  readonly supergraph: string;
  readonly sets: readonly RecordSet[];
  /** How long a caller may read nothing; a minute by default. */
  readonly unreadMillis?: number;
}

const PATH = '/exports/';
const MEASURES = 'measures';
const METADATA = 'csv-metadata.json';

/** A file holds one of the few connections of its part for as long as it is sent: of one caller two at a time, of all together four. */
const EACH = { concurrent: 2, waiting: 10, waitMillis: 20_000 };
const TOGETHER = { concurrent: 4, waiting: 50, waitMillis: 20_000 };

/**
 * `GET /exports/NAME.FORMAT`: records, or figures, as a file that is sent as it is read from the database. The parts of the graph's filter
 * are parameters. `X-Row-Count` says how many rows there are before the first of them comes.
 */
export function exportsDoor({ graph, supergraph, sets, unreadMillis }: ExportsDoor): GuardedDoor {
  const figures = readFigureSchema(supergraph);
  const [each, together] = [createConcurrencyLimit(EACH), createConcurrencyLimit(TOGETHER)];
  const open = ({ set, format, parameters }: AskedTable, { caller }: Visit): Promise<OpenTable> =>
    set === null
      ? openFigures({ graph, figures }, { format, parameters }, caller)
      : openRecords({ graph, filters: figures.filters }, { set, format, parameters }, caller);
  return {
    isOpen: false,
    budget: 'files',
    maxBodyBytes: 0,
    matches: (path) => path.startsWith(PATH),
    async answer(visit) {
      const { request, response, caller } = visit;
      refuseToChange(response, request.method);
      const asked = readAsked(request.url ?? '', sets);
      if (asked.set !== null) refuseOthers(asked.set, caller.identity, exported(asked.set));
      if (asked.isMetadata) return reply(response, 200, csvMetadata(asked.set));
      refuseOtherTypes(request.headers.accept, FORMATS[asked.format].mediaType);
      const mine = await each.take(caller.identity.subject, caller.signal);
      const ours = await together.take('everybody', caller.signal).catch((error: unknown) => {
        mine();
        throw error;
      });
      try {
        await caller.admitAgain?.();
        const file = await open(asked, visit);
        await send({ graph, visit }, asked, { file, unreadMillis });
      } finally {
        ours();
        mine();
      }
    },
  };
}

interface AskedTable {
  readonly isMetadata: false;
  /** Null for figures. */
  readonly set: RecordSet | null;
  readonly format: FormatName;
  readonly parameters: URLSearchParams;
}

/** Reads which file is asked for. Throws a `Refusal`: 404 for a set, and 400 for a format that there is not. */
function readAsked(
  url: string,
  sets: readonly RecordSet[],
): AskedTable | { readonly isMetadata: true; readonly set: RecordSet } {
  const { pathname, searchParams: parameters } = new URL(url, 'http://gateway');
  const [, name = '', format = ''] = /^([^.]*)\.?(.*)$/.exec(pathname.slice(PATH.length)) ?? [];
  const set = sets.find((one) => one.name === name) ?? null;
  if (set === null && name !== MEASURES)
    throw new Refusal(
      404,
      'NOT_FOUND',
      `There are no such records. There are ${[...sets, { name: MEASURES }].map((one) => `${PATH}${one.name}`).join(', ')}.`,
    );
  if (set !== null && format === METADATA) return { isMetadata: true, set };
  if (isFormat(format)) return { isMetadata: false, set, format, parameters };
  throw new Refusal(
    400,
    'BAD_USER_INPUT',
    `There is no such format. Ask for ${Object.keys(FORMATS)
      .map((one) => `${PATH}${name}.${one}`)
      .join(', ')}.`,
  );
}

function refuseOtherTypes(accept: string | undefined, mediaType: string): void {
  if (chosenMediaType(accept, [mediaType]) !== null) return;
  throw new Refusal(
    406,
    'NOT_ACCEPTABLE',
    `This is a file of the type ${mediaType}. Name it, or */*, in the header Accept, or ask for another format.`,
  );
}

interface Sending {
  readonly file: OpenTable;
  readonly unreadMillis: number | undefined;
}

async function send(
  { graph, visit }: { readonly graph: Pick<Graph, 'ask'>; readonly visit: Visit },
  { format, parameters }: Pick<AskedTable, 'format' | 'parameters'>,
  { file, unreadMillis }: Sending,
): Promise<void> {
  const { request, response, caller } = visit;
  const { name, count, asAt } = file.table;
  if (format === 'xlsx' && count > MOST_SHEET_ROWS) {
    file.discard();
    throw new Refusal(
      400,
      'TOO_MANY_ROWS',
      `These are ${count} rows, and a sheet holds ${MOST_SHEET_ROWS}. Narrow them, by days or streams, or ask for ${PATH}${name}.csv or .parquet.`,
    );
  }
  if (request.method !== 'HEAD') {
    const given = { name: `${name}.${format}`, filter: parameters.toString(), rows: count };
    await noteFile(graph, given, caller).catch((error: unknown) => {
      file.discard();
      throw error;
    });
  }
  response.setHeader('content-type', typeOf(FORMATS[format].mediaType));
  response.setHeader('content-disposition', `attachment; filename="${name}.${format}"`);
  response.setHeader('x-row-count', String(count));
  response.setHeader('x-as-at', asAt);
  if (request.method !== 'HEAD')
    return sendAnswer(response, file.chunks(), { unreadMillis, admitAgain: caller.admitAgain });
  file.discard();
  response.end();
}

const typeOf = (mediaType: string): string =>
  mediaType === 'text/csv'
    ? 'text/csv; charset=utf-8; header=present'
    : mediaType === 'application/json'
      ? 'application/json; charset=utf-8'
      : mediaType;
