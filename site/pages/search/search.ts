import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import { checkForm } from '../../server/check-form';
import { signedIn } from '../../server/visitor';
import { askingOf, queryOf, sendPage } from '../page-makers';
import { type ByReference, couldBeReference, findByReference } from './by-reference';
import { peopleForm } from './people-form';
import { addFoundPages, beginSearch, mayFindByWords, type SearchMakers } from './people-search';
import { readSought } from './sought';
import { readSoughtWords, type SoughtWords } from './sought-words';

export type { SearchMakers } from './people-search';

/** Finding a complaint by the reference of any of its stages, and, for those who may read people, by names and words: one field. */
export function addSearch(app: FastifyInstance, makers: SearchMakers): void {
  const { gateway } = makers;
  addFoundPages(app, makers);
  app.get('/search', async (request, reply) => {
    const sought = readSought(queryOf(request).reference);
    const { reference } = sought;
    if (sought.kind !== 'sought') return tell(makers, { request, reply }, sought);
    const found = await findByReference(gateway, askingOf(request), reference);
    if (found.kind === 'found') return reply.redirect(found.href, 303);
    return tell(makers, { request, reply }, { ...found, reference });
  });
  app.post('/search', async (request, reply) => {
    const sought = readSoughtWords(checkForm(request));
    mayFindByWords(signedIn(request));
    if (sought.problem !== null)
      return tell(makers, { request, reply }, { kind: 'nothing', reference: '', sought }, 400);
    const found = await referenceFirst(gateway, askingOf(request), sought.words);
    if (found.kind === 'found') return reply.redirect(found.href, 303);
    if (found.kind === 'several')
      return tell(makers, { request, reply }, { ...found, reference: sought.words, sought });
    return reply.redirect(await beginSearch(makers, request, sought.words), 303);
  });
}

/** Who cannot be asked for references keeps nobody from finding by words. */
async function referenceFirst(gateway: Gateway, asking: Asking, typed: string): Promise<ByReference> {
  if (!couldBeReference(typed)) return { kind: 'none' };
  try {
    return await findByReference(gateway, asking, typed);
  } catch (error) {
    if (isPartLost(error)) return { kind: 'none' };
    throw error;
  }
}

interface Told {
  readonly kind: string;
  readonly reference: string;
  readonly several?: readonly string[];
  readonly sought?: SoughtWords;
}

function tell(
  { page }: SearchMakers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { sought, ...told }: Told,
  status = 200,
): FastifyReply {
  const people = peopleForm(signedIn(request), sought ?? { words: told.reference, problem: null });
  return sendPage(reply, page(request, 'search.njk', { several: [], ...told, people }), status);
}
