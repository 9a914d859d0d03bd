import type { FastifyInstance } from 'fastify';
import { isBadQuestion } from '../../gateway/part-lost';
import { ComplaintByReferenceDocument } from '../../operations/__generated__/operations';
import { complaintHref } from '../complaints/rows';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { readSought, type Sought, severalOf } from './sought';

/** Finding a complaint by the reference of any of its stages: the one that there is, or what to do. */
export function addSearch(
  app: FastifyInstance,
  { page, gateway }: Pick<PageMakers, 'page' | 'gateway'>,
): void {
  app.get('/search', async (request, reply) => {
    const asking = askingOf(request);
    const sought = readSought(queryOf(request).reference);
    const tell = (view: Sought & { readonly several?: readonly string[] }) =>
      sendPage(reply, page(request, 'search.njk', { several: [], ...view }));
    if (sought.kind !== 'sought') return tell(sought);
    const { reference } = sought;
    try {
      const { complaint } = await gateway.ask(ComplaintByReferenceDocument, { reference }, asking);
      return complaint === null
        ? tell({ kind: 'none', reference })
        : reply.redirect(complaintHref(complaint.id), 303);
    } catch (error) {
      if (!isBadQuestion(error)) throw error;
      return tell({ kind: 'several', reference, several: severalOf(error.message) });
    }
  });
}
