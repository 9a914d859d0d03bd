import type { FastifyInstance } from 'fastify';
import { isBadQuestion } from '../../gateway/part-lost';
import { ComplaintByReferenceDocument } from '../../operations/__generated__/operations';
import { signedIn } from '../../server/visitor';
import { complaintHref } from '../complaints/rows';
import { askingOf, queryOf, sendPage } from '../page-makers';
import { peopleForm } from './people-form';
import { addPeopleSearch, type SearchMakers } from './people-search';
import { readSought, type Sought, severalOf } from './sought';

export type { SearchMakers } from './people-search';

/** Finding a complaint by the reference of any of its stages: the one that there is, or what to do; and people by words. */
export function addSearch(app: FastifyInstance, makers: SearchMakers): void {
  const { page, gateway } = makers;
  addPeopleSearch(app, makers);
  app.get('/search', async (request, reply) => {
    const asking = askingOf(request);
    const sought = readSought(queryOf(request).reference);
    const tell = (view: Sought & { readonly several?: readonly string[] }) =>
      sendPage(
        reply,
        page(request, 'search.njk', { several: [], ...view, people: peopleForm(signedIn(request)) }),
      );
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
