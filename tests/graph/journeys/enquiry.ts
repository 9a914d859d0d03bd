import { keyOf } from '../../../casework/live/testing';
import type { SignedIn } from '../../../platform/identity/identity';
import type { CaseworkProduct, Said } from './casework-product';
import type { Deadline } from './told';

type Given = Readonly<Record<string, unknown>>;

interface Standing {
  readonly state: string;
  readonly deadlines: readonly Deadline[];
  readonly timeline: readonly { readonly text: string; readonly by: string; readonly at: string }[];
  readonly remedies: readonly { readonly text: string; readonly dueOn: string; readonly doneOn: string }[];
  readonly complaint: { readonly id: string } | null;
}

/** An ombudsman's case on its way, command by command. */
export class Enquiry {
  private caseId = '';
  private seen = 0;

  constructor(
    private readonly product: CaseworkProduct,
    private readonly who: SignedIn,
    private keys: number,
  ) {}

  /** Does something on this day, and fails where it is not done. */
  async on(day: string, mutation: string, given: Given): Promise<Said> {
    this.product.on(day);
    const said = await this.product.send(this.who, mutation, this.next(given));
    if (said.__typename !== 'OmbudsmanCommandDone')
      throw new Error(`${mutation} on ${day} was not done: ${JSON.stringify(said)}`);
    this.seen = said.version ?? 0;
    this.caseId = said.case?.id ?? this.caseId;
    await this.product.follow();
    return said;
  }

  /** Tries something that is not done, and gives its code. */
  async tries(who: SignedIn | null, mutation: string, given: Given): Promise<string | undefined> {
    const said = await this.product.send(who, mutation, this.next(given));
    if (said.__typename === 'OmbudsmanCommandDone') throw new Error(`${mutation} was done`);
    return said.code;
  }

  private next(given: Given): Given {
    this.keys += 1;
    const key = keyOf(this.keys);
    return this.seen === 0 ? { key, ...given } : { key, id: this.caseId, version: this.seen, ...given };
  }

  /** How it stands, with its timeline the oldest first. */
  async told(): Promise<Omit<Standing, 'timeline'> & { readonly timeline: readonly string[] }> {
    const { told } = await this.product.read<{ told: Standing }>(
      this.who,
      `{ told: ombudsmanCase(id: "${this.caseId}") { state complaint { id } remedies { text dueOn doneOn }
        timeline { text by at } deadlines { stage name title dueOn originalDueOn metOn isInTime isEstimated
          source { law paragraph } steps { kind on text source { law paragraph } } } } }`,
    );
    const lines = told.timeline.map(({ text, by, at }) => `${at.slice(0, 10)}, ${by}: ${text}`);
    return { ...told, timeline: lines.reverse() };
  }
}
