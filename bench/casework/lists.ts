import { z } from 'zod';

/** The worklists, as they are measured. */
export const LISTS = [
  ...(['MINE', 'STANDING_IN', 'MY_GROUPS', 'UNASSIGNED'] as const),
  ...(['DUE_SOON', 'OVERDUE', 'WAITING', 'ALL_OPEN'] as const),
] as const;

/** Milliseconds of the first page of each list, of a late one, and of the counts. */
export interface Pages {
  readonly first: readonly number[];
  readonly late: number;
  readonly counts: number;
  readonly assignees: number;
}

const PAGE = `query ($list: WorklistKind!, $after: String) { corporateWorklist(list: $list, first: 50, after: $after) { edges { urgency workingDaysLeft node {
  version state waitsFor assignedTo nextLimit nextDueOn complaint { id } } } pageInfo { hasNextPage endCursor } } }`;
const COUNTS = '{ corporateWorklistCounts { lists { list count } } }';
const ASSIGNEES = '{ corporateWorklistCounts { assignees { assignedTo open overdue dueSoon } } }';

const LATE_PAGE = 41;

type Ask = (query: string, variables: object) => Promise<object>;
type Median = (work: () => Promise<unknown>) => Promise<number>;

/** Asks for the first page of each list, a late page and the counts. */
export async function measurePages(ask: Ask, median: Median): Promise<Pages> {
  const first: number[] = [];
  for (const list of LISTS) first.push(await median(() => ask(PAGE, { list })));
  const after = await lateCursor(ask);
  return {
    first,
    late: await median(() => ask(PAGE, { list: 'ALL_OPEN', after })),
    counts: await median(() => ask(COUNTS, {})),
    assignees: await median(() => ask(ASSIGNEES, {})),
  };
}

const pageInfo = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

/** The place after which a late page begins. */
async function lateCursor(ask: Ask): Promise<string | null> {
  let after: string | null = null;
  for (let page = 1; page < LATE_PAGE; page += 1) {
    const { pageInfo: told } = pageInfo.parse(await ask(PAGE, { list: 'ALL_OPEN', after }));
    if (!told.hasNextPage) return after;
    after = told.endCursor;
  }
  return after;
}
