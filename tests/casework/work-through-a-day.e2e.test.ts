import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstrationPeople } from '../../demo/people';
import { type CaseworkProduct, startCasework } from '../graph/journeys/casework-product';

const PAGE = path.join(__dirname, '..', '..', 'docs', 'how-to', 'work-through-a-day.md');

interface Example {
  readonly as: string;
  readonly operation: string;
}

/** The page's operations in their order, each with who it is told to be. */
function examplesOf(page: string): readonly Example[] {
  let as = '';
  return [...page.matchAll(/^As `(?<as>\w+)`:$|^```graphql\n(?<operation>[\s\S]+?)^```$/gm)].flatMap(
    ({ groups }) => {
      as = groups?.as ?? as;
      return groups?.operation === undefined ? [] : [{ as, operation: groups.operation }];
    },
  );
}

describe('the page on how to work through a day', () => {
  const examples = examplesOf(readFileSync(PAGE, 'utf8'));
  let product: CaseworkProduct;
  let id = '';
  beforeAll(async () => {
    product = await startCasework('2026-11-30');
  }, 300_000);
  afterAll(() => product?.stop());

  it('has an operation for each thing that it tells of', () => {
    expect(examples).toHaveLength(10);
  });

  it.each(examples)('has $as do what it says: $operation', async ({ as, operation }) => {
    const who = demonstrationPeople.find(({ subject }) => subject === as) ?? null;
    const { data, errors } = await product.ask<Record<string, Said>>(
      who,
      operation.replaceAll('corporate-…', id),
    );
    expect(errors).toBeUndefined();
    const [said] = Object.values(data);
    id = said?.complaint?.id ?? id;
    expect([said?.code, said?.message, said?.refused ?? []]).toEqual([undefined, undefined, []]);
    expect(said?.edges?.length ?? 1).toBe(1);
  });
});

/** What an operation of the page may say. */
interface Said {
  readonly code?: string;
  readonly message?: string;
  readonly refused?: readonly object[];
  readonly edges?: readonly object[];
  readonly complaint?: { readonly id: string };
}
