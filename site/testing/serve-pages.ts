import path from 'node:path';
import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { createLogger } from '../../platform/logging/logger';
import type { Download } from '../gateway/downloading';
import type { Gateway } from '../gateway/gateway';
import { GatewayRefusal } from '../gateway/refusal';
import type { ToolPlaces } from '../pages/connect/fill-in';
import type { PageMakers, SiteMakers } from '../pages/page-makers';
import type { SearchMakers } from '../pages/search/people-search';
import { FORM_TOKEN, maskedToken } from '../server/check-form';
import { addErrorPages } from '../server/errors';
import { createPages } from '../server/page';
import { namesOf } from '../server/person-names';
import { createRenderer } from '../server/render';
import type { KeptSession, Session } from '../sessions/session';
import { madeUpSession, movingClock } from './people';

/** What the gateway answers to each operation, by its name; a refusal is thrown. */
export type Answers = Readonly<Record<string, unknown>>;

/** Where tools find an installation that is made up. */
const PLACES: ToolPlaces = {
  gateway: 'https://graph.example.gov.uk',
  database: { host: 'bi.example.gov.uk', port: '5432', name: 'complaints' },
  council: 'A Council',
};

/** One question that pages asked. */
export interface Asked {
  readonly operation: string;
  readonly variables: unknown;
}

/** A gateway that answers as a test says, and remembers what it was asked. An operation without an answer fails the page. */
export function toldGateway(answers: Answers): Gateway & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    async ask(operation, variables) {
      const name = /(?:query|mutation) (?<name>\w+)/.exec(operation.toString())?.groups?.name ?? '';
      asked.push({ operation: name, variables });
      const answer = answers[name];
      if (answer instanceof GatewayRefusal) throw answer;
      if (answer === undefined) throw new Error(`The test says no answer to ${name}`);
      return JSON.parse(JSON.stringify(typeof answer === 'function' ? answer(variables) : answer));
    },
  };
}

/** Serves pages to somebody made up, with the real templates and a gateway that answers as the test says. */
export async function servePages(options: {
  readonly add: (
    app: FastifyInstance,
    makers: Pick<PageMakers, 'clock' | 'nameOf'> & Pick<SiteMakers, 'download' | 'places'> & SearchMakers,
  ) => void;
  readonly answers: Answers;
  /** What the gateway gives where a file is wanted of it; nothing where it is left out. */
  readonly download?: Download;
  readonly session?: Partial<Session>;
  /** The moment at which pages are asked for. */
  readonly now?: string;
}) {
  const root = path.join(__dirname, '..', '..');
  const page = createPages(
    createRenderer(root, { asset: (name: string) => `/assets/${name}`, council: { name: 'A Council' } }),
  );
  const gateway = toldGateway(options.answers);
  const app = Fastify();
  await app.register(forms);
  let session = madeUpSession(options.session);
  app.decorateRequest('visitor', null);
  app.addHook('onRequest', async (request) => {
    request.visitor = { id: 'session', session };
  });
  const sessions = {
    async keep(kept: KeptSession) {
      session = kept.session;
    },
  };
  const { download = () => Promise.reject(new GatewayRefusal('UNREACHABLE', 'No file is given')) } = options;
  const nameOf = namesOf([{ subject: 'olu', name: 'Olu Somebody' }]);
  options.add(app, {
    ...{ page, gateway, sessions, download, nameOf, places: PLACES },
    clock: movingClock(options.now),
  });
  addErrorPages(app, { page, logger: createLogger({ level: 'silent', part: 'site' }) });
  await app.ready();
  return {
    asked: gateway.asked,
    get: (url: string) => app.inject({ method: 'GET', url }),
    /** Sends what no form does. */
    postJson: (url: string, payload: object, headers: Readonly<Record<string, string>> = {}) =>
      app.inject({ method: 'POST', url, payload, headers }),
    /** Sends a form as a page of this session does, or with another token; a field that says several things is a list. */
    post: (
      url: string,
      fields: Readonly<Record<string, string | readonly string[]>> = {},
      formToken = maskedToken(session.formToken),
    ) =>
      app.inject({
        ...{ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        payload: payloadOf({ ...fields, [FORM_TOKEN]: formToken }),
      }),
    stop: () => app.close(),
  };
}

function payloadOf(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const payload = new URLSearchParams();
  for (const [name, given] of Object.entries(fields))
    for (const each of [given].flat()) payload.append(name, each);
  return payload.toString();
}
