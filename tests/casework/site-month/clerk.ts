import { demonstrationPerson } from '../../../demo/people';
import type { SignedIn } from '../../../platform/identity/identity';
import type { Visitor } from '../../../scripts/testing/visitor';
import { withDays } from '../../../site/pages/casework/entry-words';
import { RECORD_ENQUIRY_PATH } from '../../../site/pages/ombudsman-cases/commands/record-page';
import type { CaseworkProduct, Said } from '../../graph/journeys/casework-product';
import { Desk } from './desk';
import { fillForm } from './fill-form';
import { type FormPlace, formAddress } from './form-address';
import { formsOf, wordsOf } from './read-form';
import { isForSteps, recordBySteps } from './record-by-steps';
import type { Steps } from './steps';
import { idsOn, nextOf } from './worklist-pages';

type Given = Readonly<Record<string, unknown>>;

/** Of so many complaints one is recorded step by step: each takes eight pages, and the rest are recorded by programs. */
const BY_STEPS = 3;
/** Where somebody is taken after a concern was settled: it is no complaint any more, and has no version. */
const SETTLED = '/casework/settled';
const RECORD = /^record(Corporate|Adults|Childrens|Schools)Complaint$/;

/** Does by forms what the ledger's people do. */
export class Clerk {
  readonly byGraph = new Map<string, number>();
  private readonly desks = new Map<string, Desk>();
  private readonly references = new Map<string, string>();
  private services: ReadonlyMap<string, string> | null = null;
  private recorded = 0;

  constructor(
    private readonly graph: CaseworkProduct,
    private readonly steps: Steps,
    private readonly signIn: (person: string) => Promise<Visitor>,
  ) {}

  async send(who: SignedIn | null, mutation: string, given: Given): Promise<Said> {
    const desk = who && (await this.deskFor(who));
    if (desk === null) return this.sendByGraph(who, mutation, given);
    const [, stream] = RECORD.exec(mutation) ?? [];
    const input: Given = Object(given.input);
    if (stream !== undefined && isForSteps(input) && this.isNextBySteps())
      return this.record(desk, stream, input);
    if (mutation === 'recordOmbudsmanEnquiry') return this.recordEnquiry(desk, input);
    const at = formAddress(mutation, given);
    if (at === null || who === null) return this.sendByGraph(who, mutation, given);
    return this.sendByForm(who, desk, { mutation, given, at });
  }

  async listed(who: SignedIn, list: string): Promise<readonly string[] | null> {
    const desk = await this.deskFor(who);
    if (desk === null) return null;
    const ids: string[] = [];
    let next: string | null = `/casework?list=${list}`;
    while (next !== null) {
      const { html } = await desk.open(`see a worklist: ${list}`, next);
      ids.push(...idsOn(html));
      next = nextOf(html);
    }
    return ids;
  }

  /** Where somebody of the demonstration works. Throws for anybody else: the site signs in nobody else. */
  async deskOf(who: SignedIn): Promise<Desk> {
    const desk = await this.deskFor(who);
    if (desk === null) throw new Error(`${who.subject} has no sign-in of the demonstration`);
    return desk;
  }

  private async deskFor(who: SignedIn): Promise<Desk | null> {
    if (demonstrationPerson({ role: who.role, subject: who.subject }) === null) return null;
    const desk = this.desks.get(who.subject) ?? new Desk(this.steps, await this.signIn(who.subject));
    this.desks.set(who.subject, desk);
    return desk;
  }

  private async sendByGraph(who: SignedIn | null, mutation: string, given: Given): Promise<Said> {
    this.byGraph.set(mutation, (this.byGraph.get(mutation) ?? 0) + 1);
    return this.noted(await this.graph.send(who, mutation, given));
  }

  private noted(said: Said): Said {
    if (said.complaint !== undefined) this.references.set(said.complaint.id, said.complaint.reference);
    return said;
  }

  private isNextBySteps(): boolean {
    this.recorded += 1;
    return this.recorded % BY_STEPS === 0;
  }

  private async record(desk: Desk, stream: string, input: Given): Promise<Said> {
    const service = (await this.serviceNames()).get(String(input.serviceId)) ?? '';
    const asked = { stream: stream.toUpperCase(), input, service };
    return this.noted(await this.steps.piece('record a complaint', () => recordBySteps(desk, asked)));
  }

  private async serviceNames(): Promise<ReadonlyMap<string, string>> {
    const someone = demonstrationPerson({ role: 'analyst' });
    if (this.services !== null || someone === null) return this.services ?? new Map();
    const { services } = await this.graph.read<{ services: { id: string; name: string }[] }>(
      someone,
      '{ services { id name } }',
    );
    this.services = new Map(services.map(({ id, name }) => [id, name]));
    return this.services;
  }

  /** An enquiry about a complaint, by our reference of it. */
  private async recordEnquiry(desk: Desk, { complaintId, ...input }: Given): Promise<Said> {
    const ourReference = this.references.get(String(complaintId)) ?? '';
    const came = await this.steps.piece('record an enquiry', async () => {
      const page = await desk.open('open the form: recordEnquiry', RECORD_ENQUIRY_PATH);
      const asked = { action: RECORD_ENQUIRY_PATH, given: { ...input, ourReference } };
      return desk.fill('send the form: recordEnquiry', page, asked);
    });
    const { pathname, searchParams } = new URL(came.url);
    const [, id] = /^\/ombudsman-cases\/([^/]+)$/.exec(pathname) ?? [];
    if (id === undefined || !searchParams.has('did')) throw new Error(`Not recorded: ${wordsOf(came.html)}`);
    const version = Number(searchParams.get('did'));
    return { __typename: 'OmbudsmanCommandDone', version, case: { id: decodeURIComponent(id) } };
  }

  private async sendByForm(
    who: SignedIn,
    desk: Desk,
    { mutation, given, at }: { readonly mutation: string; readonly given: Given; readonly at: FormPlace },
  ): Promise<Said> {
    const { key: _key, id, version: _version, ...typed } = given;
    const came = await this.steps.piece(at.name, () => this.fillIn(desk, at, this.written(typed)));
    if (came.did !== null) return doneOn(at, String(id), came.did);
    const said = await this.graph.send(who, mutation, given);
    if (said.__typename.endsWith('CommandDone'))
      throw new Error(`The site refused ${mutation}: ${came.words}`);
    // A page says what the graph says, word for word; where it shows nothing at all, the graph does not either.
    if (said.message !== undefined && came.status === 400 && !came.words.includes(withDays(said.message)))
      throw new Error(`The page of ${mutation} does not say: ${said.message}`);
    return said;
  }

  /** What people write: another complaint by its reference, and what a decision says in fields of its own. */
  private written({ input, ...typed }: Given): Given {
    const into = this.references.get(String(typed.into ?? ''));
    return { ...typed, ...decisionIn(input), ...(into !== undefined && { into }) };
  }

  /** Opens a page, then its form, and sends it. */
  private async fillIn(desk: Desk, { page, form: at, name }: FormPlace, typed: Given) {
    const isCase = page.startsWith('/ombudsman-cases');
    const opened = await desk.open(isCase ? 'open an ombudsman’s case' : 'open a complaint', page);
    const atOnce = formsOf(opened.html).find(({ action }) => action === at);
    const shown = atOnce ? opened : await desk.open(`open the form: ${name}`, at);
    const form = atOnce ?? formsOf(shown.html).find(({ action }) => action === at);
    if (form === undefined) return { did: null, status: shown.status, words: wordsOf(shown.html) };
    const came = await desk.send(`send the form: ${name}`, at, fillForm(form, typed));
    const { pathname, searchParams } = new URL(came.url);
    const did = pathname === SETTLED ? '0' : searchParams.get('did');
    return { did: did === null ? null : Number(did), status: came.status, words: wordsOf(came.html) };
  }
}

const doneOn = ({ page }: FormPlace, id: string, version: number): Said =>
  page.startsWith('/ombudsman-cases')
    ? { __typename: 'OmbudsmanCommandDone', version, case: { id } }
    : { __typename: 'CommandDone', version, complaint: { id, reference: '' } };

/** A decision of an ombudsman, by the fields of its form. */
function decisionIn(input: unknown): Given {
  const { on, decision, lgscoDecision } = Object(input);
  if (decision === undefined) return {};
  return { 'input-on': on, 'input-decision': decision, 'input-lgsco': lgscoDecision };
}
