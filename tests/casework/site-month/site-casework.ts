import { demonstrationPerson } from '../../../demo/people';
import type { SignedIn } from '../../../platform/identity/identity';
import { loadedSite, startTestSite, UNHURRIED } from '../../../scripts/testing/running-site';
import type { Visitor } from '../../../scripts/testing/visitor';
import { withDays } from '../../../site/pages/casework/entry-words';
import {
  type CaseworkProduct,
  caseworkOver,
  passingDays,
  type Said,
} from '../../graph/journeys/casework-product';
import { fillForm } from './fill-form';
import { formAddress } from './form-address';
import { formsOf, wordsOf } from './read-form';
import { Steps } from './steps';

type Given = Readonly<Record<string, unknown>>;

/** The product, worked on by the pages of its site as a browser without script reads and sends them. */
export interface SiteCasework extends CaseworkProduct {
  readonly steps: Steps;
  /** What was asked of the graph, since the site has no form for it or no sign-in for who asks. */
  readonly byGraph: ReadonlyMap<string, number>;
  /** The ids on all pages of a worklist of somebody; null for those who have no sign-in of the demonstration. */
  listed(who: SignedIn, list: string): Promise<readonly string[] | null>;
}

const EMPTY = loadedSite('nothing that is loaded, and its site', async () => []);

/** Starts the product and its site on a day. */
export async function startSiteCasework(day: string): Promise<SiteCasework> {
  const days = passingDays(day);
  const site = await startTestSite({ ...UNHURRIED, clock: days.clock, kept: EMPTY });
  const graph = caseworkOver(site.product, days);
  const clerk = new Clerk(graph, (person) => site.signIn(person));
  return {
    ...graph,
    ...{ steps: clerk.steps, byGraph: clerk.byGraph },
    send: (who, mutation, given) => clerk.send(who, mutation, given),
    listed: (who, list) => clerk.listed(who, list),
    stop: () => site.stop(),
  };
}

/** Does by forms what the ledger's people do. */
class Clerk {
  readonly steps = new Steps();
  readonly byGraph = new Map<string, number>();
  private readonly visitors = new Map<string, Visitor>();
  private readonly references = new Map<string, string>();

  constructor(
    private readonly graph: CaseworkProduct,
    private readonly signIn: (person: string) => Promise<Visitor>,
  ) {}

  async send(who: SignedIn | null, mutation: string, given: Given): Promise<Said> {
    const at = formAddress(mutation, given);
    const visitor = who && (await this.visitor(who));
    if (at === null || visitor === null) return this.sendByGraph(who, mutation, given);
    const { key: _key, id, version: _version, ...typed } = given;
    const came = await this.fillIn(visitor, at, this.written(typed));
    if (came.did !== null)
      return { __typename: 'CommandDone', version: came.did, complaint: { id: String(id), reference: '' } };
    const said = await this.graph.send(who, mutation, given);
    if (said.__typename === 'CommandDone') throw new Error(`The site refused ${mutation}: ${came.words}`);
    // A page says what the graph says, word for word; where it shows nothing at all, the graph does not either.
    if (said.message !== undefined && came.status === 400 && !came.words.includes(withDays(said.message)))
      throw new Error(`The page of ${mutation} does not say: ${said.message}`);
    return said;
  }

  private async sendByGraph(who: SignedIn | null, mutation: string, given: Given): Promise<Said> {
    this.byGraph.set(mutation, (this.byGraph.get(mutation) ?? 0) + 1);
    const said = await this.graph.send(who, mutation, given);
    if (said.complaint !== undefined) this.references.set(said.complaint.id, said.complaint.reference);
    return said;
  }

  /** What people write: another complaint by its reference. */
  private written(typed: Given): Given {
    const into = this.references.get(String(typed.into ?? ''));
    return into === undefined ? typed : { ...typed, into };
  }

  /** Opens a complaint, then the form, and sends it. */
  private async fillIn(visitor: Visitor, { page, form: at, name }: FormPlace, typed: Given) {
    const opened = await this.steps.timed('open a complaint', () => visitor.get(page));
    const atOnce = formsOf(opened.html).find(({ action }) => action === at);
    const shown = atOnce ? opened : await this.steps.timed(`open the form: ${name}`, () => visitor.get(at));
    const form = atOnce ?? formsOf(shown.html).find(({ action }) => action === at);
    if (form === undefined) return { did: null, status: shown.status, words: wordsOf(shown.html) };
    const came = await this.steps.timed(`send the form: ${name}`, () =>
      visitor.post(at, fillForm(form, typed)),
    );
    const { pathname, searchParams } = new URL(came.url);
    const did = pathname === SETTLED ? '0' : searchParams.get('did');
    return { did: did === null ? null : Number(did), status: came.status, words: wordsOf(came.html) };
  }

  async listed(who: SignedIn, list: string): Promise<readonly string[] | null> {
    const visitor = await this.visitor(who);
    if (visitor === null) return null;
    const ids: string[] = [];
    let next: string | null = `/casework?list=${list}`;
    while (next !== null) {
      const at: string = next;
      const { html } = await this.steps.timed(`see a worklist: ${list}`, () => visitor.get(at));
      ids.push(...[...html.matchAll(ROW)].map(([, id = '']) => decodeURIComponent(id)));
      next = NEXT.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;
    }
    return ids;
  }

  private async visitor(who: SignedIn): Promise<Visitor | null> {
    if (demonstrationPerson({ role: who.role, subject: who.subject }) === null) return null;
    const visitor = this.visitors.get(who.subject) ?? (await this.signIn(who.subject));
    this.visitors.set(who.subject, visitor);
    return visitor;
  }
}

type FormPlace = NonNullable<ReturnType<typeof formAddress>>;

const ROW = /<th[^>]*scope="row"><a[^>]*href="\/complaints\/([^"?/]+)"/g;
const NEXT = /rel="next" href="([^"]+)"/;
/** Where somebody is taken after a concern was settled: it is no complaint any more, and has no version. */
const SETTLED = '/casework/settled';
