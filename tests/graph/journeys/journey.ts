import { keyOf } from '../../../casework/live/testing';
import type { SignedIn } from '../../../platform/identity/identity';
import type { CaseworkProduct, Said } from './casework-product';
import { type Deadline, deadlinesOf, type Told, timelineOf } from './told';

type Given = Readonly<Record<string, unknown>>;
type Stream = 'corporate' | 'adults' | 'childrens' | 'schools';

/** One complaint on its way through its stages, command by command, as its people see it. */
export class Journey {
  private complaintId = '';
  private complaintReference = '';
  private seen = 0;
  private last: { who: SignedIn; mutation: string; given: Given; said: Said } | null = null;

  /** `number` makes its keys its own: the complaint's id comes of the first. */
  constructor(
    private readonly product: CaseworkProduct,
    readonly stream: Stream,
    private keys: number,
  ) {}

  get id(): string {
    return this.complaintId;
  }
  get reference(): string {
    return this.complaintReference;
  }
  get version(): number {
    return this.seen;
  }

  /** Does something on this day, and fails where it is not done. */
  async on(day: string, who: SignedIn, mutation: string, given: Given = {}): Promise<Said> {
    this.product.on(day);
    const args = this.next(given);
    const said = await this.product.send(who, mutation, args);
    if (said.__typename !== 'CommandDone')
      throw new Error(`${mutation} on ${day} was not done: ${JSON.stringify(said)}`);
    this.seen = said.version ?? 0;
    this.complaintId = said.complaint?.id ?? this.complaintId;
    this.complaintReference = said.complaint?.reference ?? this.complaintReference;
    this.last = { who, mutation, given: args, said };
    await this.product.follow();
    return said;
  }

  /** Tries something that is not done, and gives its code, the paragraph behind it and the part that is meant. */
  async tries(who: SignedIn | null, mutation: string, given: Given = {}): Promise<readonly unknown[]> {
    const said = await this.product.send(who, mutation, this.next(given));
    if (said.__typename === 'CommandDone') throw new Error(`${mutation} was done, and should not have been`);
    const { code, source, part } = said;
    return [code, ...(source ? [`${source.law}, ${source.paragraph}`] : []), ...(part ? [part] : [])];
  }

  /** Sends the last command once more, with its key: what is said then, and was at first. */
  async again(): Promise<readonly [Said, Said]> {
    if (this.last === null) throw new Error('Nothing was done yet');
    const { who, mutation, given, said } = this.last;
    return [await this.product.send(who, mutation, given), said];
  }

  /** What was read of it before: the arguments of a next command. */
  next(given: Given): Given {
    this.keys += 1;
    const key = keyOf(this.keys);
    return this.seen === 0 ? { key, ...given } : { key, id: this.complaintId, version: this.seen, ...given };
  }

  /** Reads it anew, where something else changed it: the next command goes on from there. */
  async reads(who: SignedIn): Promise<void> {
    const { told } = await this.product.read<{ told: { casework: { version: number } } }>(
      who,
      `{ told: ${this.stream}Complaint(id: "${this.id}") { casework { version } } }`,
    );
    this.seen = told.casework.version;
  }

  /** Its timeline as text, a line each, the oldest first. */
  timeline = (who: SignedIn): Promise<readonly string[]> => timelineOf(this.product, this.told(who));

  /** Its deadlines; as they would be where days are assumed. */
  deadlines = (who: SignedIn, assume?: string): Promise<readonly Deadline[]> =>
    deadlinesOf(this.product, { ...this.told(who), assume });

  private told = (who: SignedIn): Told => ({ who, stream: this.stream, id: this.complaintId });
}
