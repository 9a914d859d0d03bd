import type { SignedIn } from '../../../platform/identity/identity';
import { STREAMS, type Stream } from './ledger';
import type { Office } from './office';
import { CLEARED } from './people';

/** A row of a worklist, with all that the next command wants: nothing is looked up a second time. */
export interface Row {
  readonly stream: Stream;
  readonly id: string;
  readonly version: number;
  readonly stage: number;
  readonly state: string;
  readonly serviceId: string;
  readonly assignedTo: string | null;
  readonly isAccepted: boolean;
  readonly nextLimit: string | null;
  readonly workingDaysLeft: number | null;
}

interface Edge {
  readonly workingDaysLeft: number | null;
  readonly node: Omit<Row, 'id' | 'stream' | 'workingDaysLeft'> & {
    readonly complaint: { readonly id: string };
  };
}
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly Edge[];
}
type Pages = Readonly<Record<string, Page | undefined>>;

const PAGE = `totalCount pageInfo { hasNextPage endCursor } edges { workingDaysLeft node {
  version stage state serviceId assignedTo isAccepted nextLimit complaint { id } } }`;
const FIRST = 40;

/** The streams whose complaints somebody works on: a manager's services may have some of any. */
const streamsOf = ({ subject }: SignedIn): readonly Stream[] => CLEARED[subject] ?? STREAMS;

/** A list of somebody's, whose versions are seen by it; of all of their streams in one request, and of what does not fit on a page in further ones. */
export async function readList(office: Office, who: SignedIn, list: string, where = ''): Promise<Row[]> {
  const rows: Row[] = [];
  let wanted = streamsOf(who).map((stream) => ({ stream, after: '' }));
  while (wanted.length > 0) {
    const fields = wanted.map(
      ({ stream, after }) =>
        `${stream}: ${stream}Worklist(list: ${list}, first: ${FIRST}${after}${where}) { ${PAGE} }`,
    );
    const pages = await office.read<Pages>(who, `{ ${fields.join(' ')} }`);
    const found = wanted.flatMap(({ stream }) => rowsOf(stream, pages[stream]));
    for (const { id, version } of found) office.ledger.find(id).version = version;
    rows.push(...found);
    wanted = wanted.flatMap(({ stream }) => nextOf(stream, pages[stream]));
  }
  return rows;
}

const rowsOf = (stream: Stream, page: Page | undefined): Row[] =>
  (page?.edges ?? []).map(({ workingDaysLeft, node: { complaint, ...node } }) => ({
    ...node,
    ...{ stream, workingDaysLeft, id: complaint.id },
  }));

function nextOf(stream: Stream, page: Page | undefined) {
  if (page?.pageInfo.hasNextPage !== true) return [];
  return [{ stream, after: `, after: "${page.pageInfo.endCursor}"` }];
}

interface Counts {
  readonly lists: readonly { readonly list: string; readonly count: number }[];
}

/** How much there is on each list, by stream: one request. */
export function readCounts(office: Office, who: SignedIn): Promise<Readonly<Record<string, Counts>>> {
  const fields = streamsOf(who).map(
    (stream) => `${stream}: ${stream}WorklistCounts { lists { list count } }`,
  );
  return office.read(who, `{ ${fields.join(' ')} }`);
}
