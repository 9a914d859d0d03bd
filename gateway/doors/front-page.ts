import { createHash } from 'node:crypto';
import { chosenMediaType } from '../entrance/negotiate';
import { Refusal, refuseToChange, reply } from '../entrance/refusal';
import { FRONT_PAGE_STYLE, type FrontPage, frontPageHtml } from '../pages/front-page-html';
import { at, type OpenDoor } from './door';

/** Nothing from anywhere, and of what is written on the page the one style alone. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(FRONT_PAGE_STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SIGNPOSTS = { name: 'Council complaints', graphql: '/graphql', health: '/health/ready' };

/**
 * What stands at the address itself, for anybody: a page for people in a browser, the same in JSON for programs. It says
 * what this is and where to go on, and nothing of what is held. Where a site runs at `siteUrl`, browsers are sent there.
 */
export function frontDoor(page: FrontPage, siteUrl: string | null = null): OpenDoor {
  const html = frontPageHtml(page);
  return {
    isOpen: true,
    matches: at('/'),
    answer(response, { method, headers }) {
      refuseToChange(response, method);
      response.appendHeader('vary', 'Accept');
      const chosen = chosenMediaType(headers.accept, ['application/json', 'text/html']);
      if (chosen === null)
        throw new Refusal(
          406,
          'NOT_ACCEPTABLE',
          'This is a page in text/html, or application/json. Name one.',
        );
      if (chosen.type === 'application/json') return reply(response, 200, SIGNPOSTS);
      if (siteUrl !== null) {
        response.writeHead(303, { location: siteUrl });
        return void response.end();
      }
      response.setHeader('content-security-policy', POLICY);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html);
    },
  };
}
