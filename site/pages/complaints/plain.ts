import type { Asking, Gateway } from '../../gateway/gateway';
import {
  type ComplaintFilter,
  ComplaintListDocument,
  type ComplaintListQuery,
  type ComplaintOrder,
} from '../../operations/__generated__/operations';
import { askLines } from './ask-lines';
import type { Lines, Listed } from './lines';
import { complaintRow, type ListRow } from './rows';

export interface PlainPage {
  readonly complaints: NonNullable<ComplaintListQuery['complaints']>;
  readonly rows: readonly ListRow[];
  readonly lost: Lines['lost'];
}

/** Asks for a page of complaints. Throws `GatewayRefusal` where the list itself cannot be had. */
export async function askPlain(
  gateway: Gateway,
  asking: Asking,
  question: {
    readonly where: ComplaintFilter;
    readonly orderBy: ComplaintOrder;
    readonly first: number;
    readonly after: string | null;
  },
): Promise<PlainPage> {
  const { complaints } = await gateway.ask(ComplaintListDocument, question, asking);
  if (complaints === null) throw new Error('The gateway answered without the list that was asked for');
  const listed = complaints.edges.flatMap(({ node }): Listed[] => (node === null ? [] : [node]));
  const lines = await askLines(gateway, asking, listed);
  return { complaints, rows: listed.map(({ id }) => complaintRow(id, lines)), lost: lines.lost };
}
