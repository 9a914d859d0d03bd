import type { SignedIn } from '../../../platform/identity/identity';
import { loadedSite, startTestSite, UNHURRIED } from '../../../scripts/testing/running-site';
import { type CaseworkProduct, caseworkOver, passingDays } from '../../graph/journeys/casework-product';
import type { ManyDoor } from '../month/many';
import { Clerk } from './clerk';
import { meterOf } from './costs';
import { manyBySite } from './many-by-site';
import { Steps } from './steps';

/** The product, worked on by the pages of its site as a browser without script reads and sends them. */
export interface SiteCasework extends CaseworkProduct {
  readonly steps: Steps;
  /** What was asked of the graph, since the site has no form for it, or no sign-in for who asks. */
  readonly byGraph: ReadonlyMap<string, number>;
  /** Where many are given at once. */
  readonly many: ManyDoor;
  /** The ids on all pages of a worklist of somebody; null for those who have no sign-in of the demonstration. */
  listed(who: SignedIn, list: string): Promise<readonly string[] | null>;
}

const EMPTY = loadedSite('nothing that is loaded, and its site', async () => []);

/** Starts the product and its site on a day. */
export async function startSiteCasework(day: string): Promise<SiteCasework> {
  const days = passingDays(day);
  const site = await startTestSite({ ...UNHURRIED, clock: days.clock, kept: EMPTY });
  const graph = caseworkOver(site.product, days);
  const meter = meterOf(site);
  const steps = new Steps(meter);
  const clerk = new Clerk(graph, steps, (person) => site.signIn(person));
  return {
    ...graph,
    ...{ steps, byGraph: clerk.byGraph },
    many: manyBySite(graph, (who) => clerk.deskOf(who)),
    send: (who, mutation, given) => clerk.send(who, mutation, given),
    listed: (who, list) => clerk.listed(who, list),
    async stop() {
      meter.stop();
      await site.stop();
    },
  };
}
