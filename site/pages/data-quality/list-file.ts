import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { countWords } from '../../../domain/figures/numbers';
import { CSV_START, csvLine } from '../../../platform/files/csv';
import { type Asked, sendNoDownload } from '../../downloads/no-download';
import { ROW_COUNT } from '../note-files';

/** One step of a list that is taken away: as many rows as the graph gives at once. */
export interface FileStep<Node> {
  readonly totalCount: number | null;
  readonly edges: readonly { readonly node: Node | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type Cells = readonly (string | number | null)[];

/** A list as a file. */
export interface ListFile<Node> {
  readonly name: string;
  readonly heads: readonly string[];
  cellsOf(node: Node): Cells;
  /** The rows that follow a cursor; the first where it is null. */
  step(after: string | null): Promise<FileStep<Node>>;
}

/** As many as the graph gives at once. */
export const STEP_ROWS = 200;
/** More rows than this take longer than people wait, and are refused: a file that was cut short looks whole. */
const MOST_ROWS = 20_000;

/** What follows where the part that has the list does not give it. */
export const NO_STEP = {
  ...{ totalCount: 0, edges: [] },
  pageInfo: { hasNextPage: false, endCursor: null },
} as const;

/** Sends a list as a file with commas; says why not where it has too many rows. */
export async function sendFile<Node>(asked: Asked, file: ListFile<Node>): Promise<FastifyReply> {
  const { reply } = asked;
  const first = await file.step(null);
  if (first.totalCount !== null && first.totalCount > MOST_ROWS) {
    const says = `The list has ${countWords(first.totalCount)} rows, and a download holds ${countWords(MOST_ROWS)} at most. Narrow it by system, stream or code, and download the parts.`;
    return sendNoDownload(asked, [says]);
  }
  reply.header('content-disposition', `attachment; filename="${file.name}.csv"`);
  if (first.totalCount !== null) reply.header(ROW_COUNT, first.totalCount);
  return reply.type('text/csv; charset=utf-8').send(Readable.from(linesOf(file, first)));
}

async function* linesOf<Node>(file: ListFile<Node>, first: FileStep<Node>): AsyncGenerator<string> {
  yield CSV_START + csvLine(file.heads);
  for (let step = first; ; step = await file.step(step.pageInfo.endCursor)) {
    yield step.edges.flatMap(({ node }) => (node === null ? [] : [csvLine(file.cellsOf(node))])).join('');
    if (!step.pageInfo.hasNextPage) return;
  }
}
