/// <reference path="./provider-module.d.ts" />
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider/lib/provider.js';
import { castMember } from './cast';
import { choosePage, strandedPage } from './choose-page';
import { CHOOSING, type ProviderOptions, providerConfiguration } from './configuration';

/** Answers requests below a path of a server that others answer too. */
export interface MountedService {
  /** The issuer's path: what begins with it belongs to the service. */
  readonly path: string;
  answer(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * Nothing from anywhere; forms lead to the service itself, and from there back to the site. Where the library sends a
 * form by a script in its page it adds that script's hash to `script-src`, if there is one.
 */
const policyFor = (origins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "base-uri 'none'",
    `form-action 'self' ${origins.join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * The demonstration's sign-in service: a real OpenID provider whose people are made up and need no password. It forgets
 * who is signed in when the process ends. `issuer` is an address with a path; whoever serves it hands requests below
 * that path to `answer`. It has no place in production, and whoever starts it sees to that.
 */
export function createDemonstrationProvider(
  issuer: string,
  options: Omit<ProviderOptions, 'path'>,
): MountedService {
  const { pathname } = new URL(issuer);
  const provider = new Provider(issuer, providerConfiguration({ ...options, path: pathname }));
  const answerAsProvider = provider.callback();
  const headers = [...HEADERS, ['content-security-policy', policyFor(options.site.origins)] as const];
  return {
    path: pathname,
    answer(request, response) {
      const below = (request.url ?? '').slice(pathname.length) || '/';
      for (const [name, value] of headers) response.setHeader(name, value);
      if (below.startsWith(`${CHOOSING}/`)) {
        choose(provider, request, response, below).catch(() => strand(response));
        return;
      }
      // The provider makes its own addresses by what stands before its path.
      Object.assign(request, { originalUrl: request.url, url: below });
      void answerAsProvider(request, response);
    },
  };
}

const HEADERS = [
  ['referrer-policy', 'no-referrer'],
  ['cache-control', 'no-store'],
] as const;

/** A person who was named with the request, or on the page, is signed in at once; otherwise the page is shown. */
async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse, below: string) {
  const { params } = await provider.interactionDetails(request, response);
  const { searchParams } = new URL(below, 'http://choose');
  const named =
    searchParams.get('person') ?? (typeof params.login_hint === 'string' ? params.login_hint : '');
  const member = castMember(named);
  if (member !== null)
    return provider.interactionFinished(request, response, { login: { accountId: member.person.subject } });
  reply(response, 200, choosePage());
}

function strand(response: ServerResponse): void {
  if (!response.headersSent) reply(response, 400, strandedPage());
}

function reply(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
}
