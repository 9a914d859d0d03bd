import { z } from 'zod';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { forenameOf, postcodeOf, surnameOf, wordOf } from './made-up-words';

/** A kind of search, with what is typed for the complaint of a number. */
export interface Sought {
  readonly kind: string;
  readonly isReference?: boolean;
  readonly isManager?: boolean;
  words(number: number): string;
}

const COMMON = 3;
const RARE = 1_900;

export const SOUGHT: readonly Sought[] = [
  {
    kind: 'a reference, with blanks',
    isReference: true,
    words: (n) => `b ${String(n).replace(/(\d{3})/, '$1 ')}`,
  },
  { kind: 'forename and surname', words: (n) => `${forenameOf(n)} ${surnameOf(n)}` },
  { kind: 'a surname', words: surnameOf },
  { kind: 'the beginning of a surname', words: (n) => surnameOf(n).slice(0, 5) },
  { kind: 'three letters of a name', words: (n) => surnameOf(n).slice(0, 3) },
  { kind: 'a postcode', words: postcodeOf },
  { kind: 'a word that most have', words: (n) => wordOf(n % COMMON) },
  { kind: 'a word that few have', words: (n) => wordOf(RARE + (n % 90)) },
  {
    kind: 'two words that seldom stand together',
    words: (n) => `${wordOf(RARE + (n % 90))} ${wordOf(n % 40)}`,
  },
  { kind: 'a name and a word', words: (n) => `${surnameOf(n)} ${wordOf(n % 20)}` },
  {
    kind: 'two rare words that never do',
    words: (n) => `${wordOf(RARE + (n % 50))} ${wordOf(1_500 + (n % 50))} zzzz`,
  },
  { kind: 'nobody', words: (n) => `Nobody${n % 7} Zzyzx` },
  { kind: 'a surname, by a manager', isManager: true, words: surnameOf },
  { kind: 'a word that most have, by a manager', isManager: true, words: (n) => wordOf(n % COMMON) },
];

const OFFICER = {
  ...{ subject: 'officer-1', role: 'officer' },
  ...{ streams: ['corporate'], services: [], partner: null },
};
const MANAGER = {
  ...{ subject: 'manager-1', role: 'manager' },
  ...{ streams: [], services: ['made-3'], partner: null },
};

const REFERENCE = 'query ($reference: String!) { complaint(reference: $reference) { __typename id } }';
const WORDS = `query ($words: String!) { found: corporateAccountSearch(words: $words, first: 50) {
  edges { cursor node { stage receivedOn complaint { __typename id } } } pageInfo { hasNextPage } } }`;
const LINES = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Complaint { reference stream stage status receivedOn
  dueOn answeredOn closedOn overdue service stages { stage reference receivedOn dueOn answeredOn inTime outcome service theme channel } } } }`;

const foundModel = z.object({
  found: z.object({
    edges: z.array(z.object({ node: z.object({ complaint: z.object({ id: z.string() }) }) })),
  }),
});

/** Searches as the site does: what is found, and then what is known of each. Throws where it is refused. */
export async function asked(
  product: RunningProduct,
  { isReference, isManager }: Sought,
  words: string,
): Promise<void> {
  const ask = (query: string, variables: object) =>
    dataOf(product.ask<unknown>(isManager ? MANAGER : OFFICER, query, variables));
  if (isReference) {
    z.object({ complaint: z.object({ id: z.string() }) }).parse(await ask(REFERENCE, { reference: words }));
    return;
  }
  const { found } = foundModel.parse(await ask(WORDS, { words }));
  const ids = found.edges.map(({ node }) => node.complaint.id);
  if (ids.length > 0) await ask(LINES, { ids });
}

async function dataOf(answer: ReturnType<RunningProduct['ask']>): Promise<unknown> {
  const { data, errors } = await answer;
  if (errors !== undefined) throw new Error(`Nothing was measured: ${JSON.stringify(errors).slice(0, 300)}`);
  return data;
}
