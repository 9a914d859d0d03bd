import { keyOf } from '../../../casework/live/testing';
import type { SignedIn } from '../../../platform/identity/identity';
import type { CaseworkProduct, Said } from '../../graph/journeys/casework-product';
import { type Kept, Ledger, newStage, type Stream } from './ledger';
import { type GivenTogether, type HandedOver, type Many, type ManyDoor, manyByGraph } from './many';

type Given = Readonly<Record<string, unknown>>;

/** The team at work: every request goes through here, and is counted for the task that it serves. */
export class Office {
  readonly ledger = new Ledger();
  /** How often each task was done, and how many requests that took in all. */
  readonly tasks = new Map<string, { times: number; requests: number }>();
  private keys = 700_000;
  private current: { times: number; requests: number } | null = null;

  constructor(
    readonly product: CaseworkProduct,
    private readonly many: ManyDoor = manyByGraph(product),
  ) {}

  get today(): string {
    return this.product.today();
  }

  key(): string {
    this.keys += 1;
    return keyOf(this.keys);
  }

  /** Does a piece of work as one task. */
  async task<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const counted = this.tasks.get(name) ?? { times: 0, requests: 0 };
    this.tasks.set(name, counted);
    const outer = this.current;
    this.current = counted;
    try {
      return await work();
    } finally {
      counted.times += 1;
      this.current = outer;
    }
  }

  async read<Data>(who: SignedIn, query: string): Promise<Data> {
    this.count();
    return this.product.read<Data>(who, query);
  }

  async send(who: SignedIn, mutation: string, given: Given): Promise<Said> {
    this.count();
    return this.product.send(who, mutation, { key: this.key(), ...given });
  }

  /** Gives many complaints to somebody at once. */
  assignMany(who: SignedIn, given: Omit<GivenTogether, 'key'>): Promise<Many> {
    this.count();
    return this.many.assign(who, { key: this.key(), ...given });
  }

  /** Hands somebody's work over. */
  handOver(who: SignedIn, given: Omit<HandedOver, 'key'>): Promise<Many> {
    this.count();
    return this.many.handOver(who, { key: this.key(), ...given });
  }

  /** Does something to a complaint, and fails where it is not done. */
  async do(who: SignedIn, kept: Kept, mutation: string, given: Given = {}): Promise<Said> {
    const said = await this.send(who, mutation, { id: kept.id, version: kept.version, ...given });
    if (said.__typename !== 'CommandDone')
      throw new Error(`${this.today}, ${who.subject}: ${mutation} was not done: ${JSON.stringify(said)}`);
    kept.version = said.version ?? 0;
    return said;
  }

  /** Tries something that is refused, and gives what was said. */
  async tries(who: SignedIn, kept: Kept, mutation: string, given: Given = {}): Promise<Said> {
    const said = await this.send(who, mutation, { id: kept.id, version: kept.version, ...given });
    if (said.__typename === 'CommandDone') throw new Error(`${mutation} was done, and should not have been`);
    return said;
  }

  /** Records a complaint: one request. */
  async record(who: SignedIn, stream: Stream, input: Given & { readonly serviceId: string }): Promise<Kept> {
    const { receivedOn = this.today, stage = 1, complainedAbout = [] } = input;
    const said = await this.task('record a complaint', () =>
      this.send(who, `record${named(stream)}Complaint`, { input: { ...WORDS, ...input, receivedOn } }),
    );
    if (said.complaint === undefined) throw new Error(`Not recorded: ${JSON.stringify(said)}`);
    const kept: Kept = {
      ...{ id: said.complaint.id, stream, serviceId: input.serviceId, version: said.version ?? 0 },
      ...{ assignedTo: null, ended: null, stages: [newStage(Number(stage), String(receivedOn))] },
      hiddenFrom: Array.isArray(complainedAbout) ? complainedAbout.map(String) : [],
    };
    this.ledger.cases.push(kept);
    return kept;
  }

  private count(): void {
    if (this.current !== null) this.current.requests += 1;
  }
}

const WORDS = { summary: 'It took far too long, and nobody told us why.', channel: 'Letter' };

/** A stream as the names of mutations have it. */
export const named = (stream: Stream): string => `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;
