import DataLoader from 'dataloader';
import { complaintStub } from '../../../contracts/complaint-stub';
import { badInput } from '../../../counting/bad-input';
import type { OperationContext } from '../../../platform/server/subgraph';

/** Something that has an id in the whole graph, as insight knows it: its type and its id. */
export interface NodeStub {
  readonly __typename: string;
  readonly id: string;
}

export type NodeLoader = DataLoader<string, NodeStub | null>;

const MOST = 200;

/**
 * Finds things by their ids, all of one operation together. An id is looked up where insight keeps it, so that one that
 * nobody knows, or that is not the caller's to see, is null at once: the part that resolves the rest need not be asked.
 */
export const nodeLoader = ({ transaction }: Pick<OperationContext, 'transaction'>): NodeLoader =>
  new DataLoader(async (ids) => {
    const rows = await transaction.query<{ id: string; is_case: boolean }>(
      `select complaint_id as id, false as is_case from insight.complaint_fact where complaint_id = any($1::text[])
       union all
       select case_id, true from insight.ombudsman_case_fact where case_id = any($1::text[])`,
      // PostgreSQL's text holds no NUL, and no id has one.
      [ids.filter((id) => !id.includes('\0'))],
    );
    const found = new Map(
      rows.map(({ id, is_case }) => [id, is_case ? { __typename: 'OmbudsmanCase', id } : complaintStub(id)]),
    );
    return ids.map((id) => found.get(id) ?? null);
  });

/** Things by their ids, each in the place of its id. Throws BAD_USER_INPUT for more than 200. */
export async function nodesOf(loader: NodeLoader, ids: readonly string[]): Promise<(NodeStub | null)[]> {
  if (ids.length > MOST) throw badInput('ids', `has ${ids.length} ids: ask for at most ${MOST} at a time.`);
  return Promise.all(ids.map((id) => loader.load(id)));
}
