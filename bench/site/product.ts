import { Agent, request } from 'node:http';
import { demonstrationPerson } from '../../demo/people';
import { readSettings } from '../../platform/config/settings';
import type { SignedIn } from '../../platform/identity/identity';
import { createLogger } from '../../platform/logging/logger';
import { demonstrationIssuer } from '../../scripts/product/demonstration-issuer';
import { openKeys } from '../../scripts/product/keys';
import { openSignIn, openSite } from '../../scripts/product/open-site';
import { type RunningProduct, runProduct } from '../../scripts/testing/running-product';
import { createVisitor } from '../../scripts/testing/visitor';
import { takePlace } from '../../site/site';
import { settingsOf } from '../place';
import { type Listener, listenToQuestions } from './questions';

/** Somebody of the demonstration. Throws where nobody has the role and the name. */
export function personOf(role: string, subject: string): SignedIn {
  const person = demonstrationPerson({ role, subject });
  if (person === null) throw new Error(`The demonstration has no ${role} who is ${subject}`);
  return person;
}

/** They see every figure and no people. */
const ANALYST = personOf('analyst', 'ana');

/** A page as it came over the wire. */
export interface Sent {
  readonly status: number;
  /** Where the page leads on to, if it is none itself. */
  readonly location: string | null;
  readonly body: Buffer;
}

/** The whole product with its site in this process, as by `npm start`, and somebody who is signed in. */
export interface SiteBench {
  readonly product: RunningProduct;
  readonly url: string;
  /** The session's cookie, as a header. */
  readonly cookie: string;
  /** The same person's token for the gateway. */
  readonly token: string;
  /** Gets a page over HTTP, on a connection that stays open, packed as browsers take it. */
  get(path: string): Promise<Sent>;
  /** The same page, not packed, from a site that asks through what listens to its questions. */
  getHeard(path: string): Promise<string>;
  readonly listener: Listener;
  stop(): Promise<void>;
}

/** Starts the product and two sites over it: one to measure, one to hear what its pages ask. */
export async function startSiteBench(directory: string, person = ANALYST): Promise<SiteBench> {
  const settings = settingsOf(directory);
  const [place, heardPlace] = [await takePlace(HERE), await takePlace(HERE)];
  const issuer = demonstrationIssuer({ site: readSettings({}).site }, place.url);
  const product = await runProduct(settings, { keepsAnswers: true, issuer });
  const listener = await listenToQuestions(product.url);
  const keys = await openKeys(settings);
  const opening = { settings, database: product.database, keys, logger: createLogger({ level: 'silent' }) };
  const signIn = await openSignIn(settings, keys, place);
  const site = await openSite({ ...opening, place, signIn, gatewayUrl: product.url });
  const heard = await openSite({ ...opening, place: heardPlace, signIn, gatewayUrl: listener.url });
  const visitor = createVisitor(site.url);
  await visitor.get(`/sign-in/start?person=${person.subject}&returnTo=%2Fhelp`);
  const cookie = `session=${visitor.cookies.get('session') ?? ''}`;
  const agent = new Agent({ keepAlive: true });
  return {
    ...{ product, listener, cookie, url: site.url, token: await product.token(person) },
    get: (path) => got({ url: `${site.url}${path}`, cookie, agent }),
    async getHeard(path) {
      const response = await fetch(`${heard.url}${path}`, { headers: { cookie }, redirect: 'manual' });
      return response.text();
    },
    async stop() {
      agent.destroy();
      await heard.stop();
      await site.stop();
      await listener.stop();
      await product.stop();
      await product.database.stop();
    },
  };
}

const HERE = { port: 0, bindAddress: '127.0.0.1' };

interface ToGet {
  readonly url: string;
  readonly cookie: string;
  readonly agent: Agent;
}

function got({ url, cookie, agent }: ToGet): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' };
    const asked = request(url, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? null,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
