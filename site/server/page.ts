import type { FastifyRequest } from 'fastify';
import { FORM_TOKEN, maskedToken } from './check-form';
import { navigationFor } from './navigation';
import type { Render } from './render';
import { searchedStreams } from './searched-streams';
import './visitor';

/**
 * Makes a whole page of a template: what it shows, and around it what every page has. `place` is where it belongs among the ways on,
 * where its address does not tell.
 */
export type Page = (request: FastifyRequest, template: string, view: object, place?: string) => string;

/** Pages with the council's head, the ways on that the visitor's role has, and the token that forms carry. */
export function createPages(render: Render): Page {
  return (request, template, view, place) => {
    const session = request.visitor?.session ?? null;
    // Cut, not parsed: a request may say whatever it likes, and this page says that it makes no sense.
    const [path = '/'] = request.url.split('?');
    return render(template, {
      ...view,
      address: request.url,
      notes: request.notes ?? [],
      visitor: session && {
        ...{ name: session.name ?? session.subject, role: session.role },
        findsByWords: searchedStreams(session).length > 0,
      },
      navigation: session === null ? [] : navigationFor(session.role, path, place),
      formToken: session && { name: FORM_TOKEN, value: maskedToken(session.formToken) },
    });
  };
}
