import type { SignedIn } from '../../../platform/identity/identity';
import type { CaseworkProduct } from '../../graph/journeys/casework-product';
import type { Stream } from './ledger';

/** What became of a command on many complaints. */
export interface Many {
  readonly done: readonly { readonly id: string; readonly version: number }[];
  readonly refused?: readonly { readonly id: string; readonly code: string; readonly message: string }[];
  readonly left?: number;
  readonly absence?: { readonly to: string } | null;
}

/** Complaints that somebody is given, as they were seen. */
export interface GivenTogether {
  readonly key: string;
  readonly stream: Stream;
  readonly to: string;
  readonly rows: readonly { readonly id: string; readonly version: number }[];
}

/** All of somebody's work that goes to another, who stands in where they are away. */
export interface HandedOver {
  readonly key: string;
  readonly stream: Stream;
  readonly from: string;
  readonly to: string;
  readonly away: { readonly from: string; readonly to: string } | null;
}

/** Where many complaints are given, and work is handed over. */
export interface ManyDoor {
  assign(who: SignedIn, given: GivenTogether): Promise<Many>;
  handOver(who: SignedIn, given: HandedOver): Promise<Many>;
}

/** The same by the graph: each one request. */
export const manyByGraph = ({ read }: Pick<CaseworkProduct, 'read'>): ManyDoor => ({
  async assign(who, { key, stream, to, rows }) {
    const seen = rows.map(({ id, version }) => `{ id: "${id}", version: ${version} }`).join(', ');
    const { done } = await read<{ done: Many }>(
      who,
      `mutation { done: assign${named(stream)}Complaints(key: "${key}", complaints: [${seen}], to: "${to}") {
        ... on ManyDone { done { id version } refused { id code message } absence { to } } ... on Refusal { code message } } }`,
    );
    return done;
  },
  async handOver(who, { key, stream, from, to, away }) {
    const days = away === null ? '' : `, away: { from: "${away.from}", to: "${away.to}", standsIn: "${to}" }`;
    const { done } = await read<{ done: Many }>(
      who,
      `mutation { done: handOver${named(stream)}Work(key: "${key}", from: "${from}", to: "${to}",
        reason: "They are away."${days}) { ... on ManyDone { done { id version } refused { id code message } left absence { to } }
        ... on Refusal { code message } } }`,
    );
    return done;
  },
});

const named = (stream: Stream): string => `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;
