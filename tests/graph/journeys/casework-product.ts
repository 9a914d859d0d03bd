import type { Clock } from '../../../platform/config/clock';
import type { SignedIn } from '../../../platform/identity/identity';
import { startTestProduct, type TestProduct } from '../../../scripts/testing/test-product';
import { commandOperation } from './operation';

/** What became of a command, as it was asked of the gateway. */
export interface Said {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly part?: string | null;
  readonly version?: number;
  readonly complaint?: { readonly id: string; readonly reference: string };
  readonly case?: { readonly id: string; readonly state?: string };
  readonly entry?: {
    readonly event: string;
    readonly text: string;
    readonly on: string;
    readonly by: string;
  };
  readonly source?: { readonly law: string; readonly paragraph: string } | null;
  readonly permitted?: readonly { readonly event: string }[];
  readonly since?: readonly { readonly event: string; readonly by: string }[];
}

/** The whole product, in which months pass. */
export interface CaseworkProduct extends TestProduct {
  /** Makes it noon of this day. */
  on(day: string): void;
  today(): string;
  /** Lets figures and other parts follow what happened. */
  follow(): Promise<void>;
  /** Sends a mutation, and gives what was said; or the code of the error, where it is closed to whoever asks. */
  send(who: SignedIn | null, mutation: string, given: Readonly<Record<string, unknown>>): Promise<Said>;
  /** Asks, and fails where there is an error. */
  read<Data>(who: SignedIn, query: string): Promise<Data>;
}

/** A day that is moved on. */
export interface PassingDays extends Pick<CaseworkProduct, 'on' | 'today'> {
  readonly clock: Clock;
}

/** Days that begin with this one; it is always noon. */
export function passingDays(first: string): PassingDays {
  let today = first;
  return {
    clock: { now: () => new Date(`${today}T12:00:00Z`) },
    on: (next) => {
      today = next;
    },
    today: () => today,
  };
}

/** Starts the product on a day. */
export async function startCasework(day: string): Promise<CaseworkProduct> {
  const days = passingDays(day);
  return caseworkOver(await startTestProduct({ clock: days.clock }), days);
}

/** A product that takes these days for its own. */
export const caseworkOver = (product: TestProduct, { on, today }: PassingDays): CaseworkProduct => ({
  ...product,
  ...{ on, today },
  async follow() {
    // A new one, since followers that had nothing to do say on which day that was once a minute alone.
    const relay = product.schemas.relay({
      onFailure: ({ error }) => {
        throw error;
      },
    });
    await relay.drain();
    await relay.drain();
  },
  async send(who, mutation, given) {
    const operation = commandOperation(mutation, given);
    const { data, errors } = await product.ask<{ said: Said | null } | null>(who, operation, given);
    const code = errors?.[0]?.extensions.code;
    return data?.said ?? { __typename: 'Error', code: code ?? 'NOTHING_SAID' };
  },
  async read<Data>(who: SignedIn, query: string) {
    const { data, errors } = await product.ask<Data>(who, query);
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  },
});
