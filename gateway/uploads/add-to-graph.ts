import { z } from 'zod';
import type { Spooled } from '../../platform/files/spool';
import { Refusal } from '../entrance/refusal';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import type { Asked } from './what-is-asked';

const ADD = `
  mutation AddImportJob($upload: ID!, $source: String!, $file: String!, $bytes: Float!, $sha256: String!, $dryRun: Boolean) {
    added: addImportJob(upload: $upload, source: $source, file: $file, bytes: $bytes, sha256: $sha256, dryRun: $dryRun) {
      __typename
      ... on JobAdded { job { id } }
      ... on Refusal { code message }
    }
  }`;

const model = z.object({
  added: z.union([
    z.object({ job: z.object({ id: z.string() }) }),
    z.object({ code: z.string(), message: z.string() }),
  ]),
});

/** Adds the import of what was received, as whoever sent it; its id. Throws a `Refusal` where the graph adds none. */
export async function addToGraph(
  graph: Pick<Graph, 'ask'>,
  { asked, file, caller }: { readonly asked: Asked; readonly file: Spooled; readonly caller: Caller },
): Promise<string> {
  const variables = { ...asked, upload: file.name, bytes: file.bytes, sha256: file.sha256 };
  const { data } = await graph.ask({ document: ADD, variables }, caller);
  const read = model.safeParse(data);
  if (!read.success)
    throw new Refusal(
      503,
      'SUBGRAPH_UNAVAILABLE',
      'The part that keeps imports does not answer just now. Nothing is kept: send the file again later.',
      10,
    );
  const { added } = read.data;
  if ('job' in added) return added.job.id;
  throw new Refusal(400, added.code, added.message);
}
