import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRequiredArgument } from 'graphql';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { publicSchema } from '../schema/public-schema';
import { QUESTIONS, type Question } from '../upgrade/questions';
import { type Cache, cacheOf, selectionOf, withIds } from './cached-answers';

const ROOT = path.join(__dirname, '../..');
const schema = publicSchema(readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8'));
const DEPTH = 3;
/** With all that a complaint leads to, one operation would be asked for more fields than it may hold. */
const depthOf = (field: string): number => (field.endsWith('WaitingLetters') ? DEPTH - 1 : DEPTH);

/** Every field of the graph that can be asked without an argument, and questions that ask for the same things otherwise. */
const EVERYTHING: readonly Question[] = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ name, args }) => name !== 'complaint' && !args.some(isRequiredArgument))
    .map(({ name, type }) => ({ role: 'admin', query: `{ ${name} ${selectionOf(type, depthOf(name))} }` })),
  ...QUESTIONS,
];

describe('answers in a client that caches by id', () => {
  let product: TestProduct;
  const refused: string[] = [];
  const caches: Readonly<Record<'byTypeAndId' | 'byIdOfNodes', Cache>> = {
    byTypeAndId: cacheOf(({ __typename, id }) => `${__typename}:${id}`),
    // Relay knows an object by its id alone.
    byIdOfNodes: cacheOf(({ __typename, id }) =>
      /Complaint$|^OmbudsmanCase$|^Counted$|^ReportTable$/.test(__typename) ? id : `${__typename}:${id}`,
    ),
  };

  async function keep({ role, query }: Question): Promise<void> {
    const { data, errors } = await product.ask<object | undefined>(role, withIds(query, schema));
    const others = (errors ?? []).filter(({ extensions }) => extensions.code !== 'FORBIDDEN');
    refused.push(...others.map(({ message }) => `${query.slice(0, 60)}: ${message}`));
    for (const cache of Object.values(caches)) cache.keep(`${role} ${query}`, data ?? {});
  }

  beforeAll(async () => {
    product = await startTestProduct();
    const extracts = [
      ['corporate-crm', 'corporate-crm.csv'],
      ['adults', 'adults-social-care.csv'],
      ['childrens', 'childrens-cloud.jsonl'],
      ['ombudsman', 'ombudsman-register.xlsx'],
      ['coverage', 'coverage.csv'],
    ] as const;
    for (const [source, file] of extracts) await product.load(source, path.join(ROOT, 'demo/extracts', file));
    for (const question of EVERYTHING) await keep(question);
  }, 120_000);
  afterAll(() => product.stop());

  it('were given to every question', () => {
    expect(refused).toEqual([]);
    expect(caches.byTypeAndId.objects).toBeGreaterThan(1_500);
  });

  it('say the same of each object whichever question it was the answer to', () => {
    expect(caches.byTypeAndId.conflicts).toEqual([]);
    expect(caches.byIdOfNodes.conflicts).toEqual([]);
  });
});

describe('a cache of answers', () => {
  const keep = (...answers: object[]) => {
    const cache = cacheOf(({ __typename, id }) => `${__typename}:${id}`);
    for (const [place, answer] of answers.entries()) cache.keep(String(place), answer);
    return cache.conflicts;
  };
  const counted = (id: string, on: string) => ({ list: [{ node: { __typename: 'Counted', id, on } }] });

  it('sees where one id stands for two things', () => {
    expect(keep(counted('a', '2021-05-03'), counted('a', '2021-05-10'))).toEqual([
      'Counted:a.on: "2021-05-03", then "2021-05-10"',
    ]);
    expect(keep(counted('a', '2021-05-03'), counted('b', '2021-05-10'))).toEqual([]);
  });

  it('asks for types and ids wherever there are any', () => {
    expect(
      withIds('{ complaints { totalCount edges { node { reference } } } }', schema).replace(/\s+/g, ' '),
    ).toBe('{ complaints { totalCount edges { node { reference __typename id } __typename } __typename } }');
  });
});
