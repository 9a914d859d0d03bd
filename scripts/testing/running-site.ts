import path from 'node:path';
import type { SourceName } from '../../imports/sources';
import type { Clock } from '../../platform/config/clock';
import { readSettings } from '../../platform/config/settings';
import { createLogger, type Logger } from '../../platform/logging/logger';
import { migrate } from '../../platform/postgres/migrate';
import { type SitePlace, type StartSite, siteSchema, takePlace } from '../../site/site';
import { demonstrationIssuer } from '../product/demonstration-issuer';
import { openKeys } from '../product/keys';
import { openSignIn, openSite } from '../product/open-site';
import { ROOT } from '../product/root';
import { type FaultyGateway, type State, startFaultyGateway } from './faulty-gateway';
import { runProduct } from './running-product';
import { type KeptProduct, startTestProduct, type TestProduct } from './test-product';
import { createVisitor, type Visitor } from './visitor';

const EXTRACTS: readonly (readonly [SourceName, string])[] = [
  ['corporate-crm', 'corporate-crm.csv'],
  ['adults', 'adults-social-care.csv'],
  ['childrens', 'childrens-cloud.jsonl'],
  ['ombudsman', 'ombudsman-register.xlsx'],
  ['calls', 'telephony-calls.csv'],
  ['coverage', 'coverage.csv'],
];

/** The whole product with its site and sign-in service, on a database of the test's own. */
export interface TestSite {
  readonly url: string;
  readonly product: TestProduct;
  /** Between the site and the graph. */
  readonly gateway: FaultyGateway;
  /** How the sign-in service does. */
  signInState: State;
  /** What the site logged, each line as it would be written. */
  readonly logged: readonly string[];
  visitor(): Visitor;
  /** Somebody of the demonstration who has signed in, and is where `returnTo` leads. */
  signIn(person: string): Promise<Visitor>;
  stop(): Promise<void>;
}

/** Waits for a machine that runs other tests too: for tests of what a page says, not of how soon. */
export const UNHURRIED = { timeoutMillis: 20_000 };

/** What a test's site begins with. */
interface StartedOver {
  readonly kept?: KeptProduct;
  /** What product and pages take for the present, where time is to pass. */
  readonly clock?: Clock;
}

/** Starts the site over the product with the demonstration's extracts loaded, or what else is kept. Stop it in `afterAll`. */
export async function startTestSite({
  timeoutMillis,
  kept = DEMONSTRATION,
  clock,
}: Pick<StartSite, 'timeoutMillis'> & StartedOver = {}): Promise<TestSite> {
  const place = await takePlace({ port: 0, bindAddress: '127.0.0.1' });
  const issuer = demonstrationIssuer({ site: readSettings({}).site }, place.url);
  const product = await startTestProduct({ issuer, kept, ...(clock && { clock }) });
  const gateway = await startFaultyGateway(product.url);
  const state = { signInState: 'up' as State };
  const logged: string[] = [];
  const opening = {
    ...{ settings: product.settings, database: product.database, gatewayUrl: gateway.url },
    ...{ logger: writingTo(logged), keys: await openKeys(product.settings) },
    place: faulty(place, () => state.signInState),
  };
  const signIn = await openSignIn(opening.settings, opening.keys, opening.place);
  const site = await openSite({ ...opening, signIn, ...(timeoutMillis && { timeoutMillis }) });
  return Object.assign(state, {
    ...{ url: site.url, product, gateway, logged },
    visitor: () => createVisitor(site.url),
    async signIn(person: string) {
      const visitor = createVisitor(site.url);
      const { status, url } = await visitor.get(`/sign-in/start?person=${person}&returnTo=%2Fhelp`);
      if (!visitor.cookies.has('session')) throw new Error(`${person} is not signed in: ${status} at ${url}`);
      return visitor;
    },
    async stop() {
      await site.stop();
      await gateway.stop();
      await product.stop();
    },
  });
}

/** The product with these files loaded, and its site. Loaded once: every file of tests has a copy. */
export const loadedSite = (
  key: string,
  files: () => Promise<readonly (readonly [SourceName, string])[]>,
): KeptProduct => ({
  key,
  schemas: [siteSchema],
  async fill(settings) {
    const { database, load, stop } = await runProduct(settings);
    for (const [source, file] of await files()) await load(source, file);
    await stop();
    await migrate({
      ownerUrl: (name) => database.urlFor(name),
      ...{ subgraphs: [siteSchema], clock: settings.clock },
    });
    await database.stop();
  },
});

/** The demonstration as a start leaves it. */
export const DEMONSTRATION = loadedSite('the demonstration, loaded, and its site', async () =>
  EXTRACTS.map(([source, file]) => [source, path.join(ROOT, 'demo', 'extracts', file)]),
);

/** A place whose mounted services can be told to fail. */
const faulty = (place: SitePlace, stateOf: () => State): SitePlace => ({
  ...place,
  mount: (below, answer) =>
    place.mount(below, (request, response) => {
      if (stateOf() === 'down') request.destroy();
      else if (stateOf() === 'up') answer(request, response);
    }),
});

/** A logger of everything whose lines are kept. */
function writingTo(lines: string[]): Logger {
  return createLogger({ level: 'trace', part: 'site', to: { write: (line) => void lines.push(line) } });
}
