import path from 'node:path';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { demonstrationPeople, demonstrationPerson } from '../../demo/people';
import type { SourceName } from '../../imports/sources';
import { howMany } from '../../platform/testing/how-many';
import { type RunningProduct, runProduct } from '../../scripts/testing/running-product';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { makeLiveCases } from '../attacks/live-cases';
import { generateQuery, type Values } from './generate-query';
import { type Asking, judge } from './judge';
import { type Known, markedIn, markPersonalData, readKnown } from './markers';

/** As many questions are asked by each caller; `npm run check:fuzz` asks 10,020. */
const QUESTIONS = howMany(60);
const BELOW = 5;
const AT_ONCE = 4;
const EXTRACTS: readonly (readonly [SourceName, string])[] = [
  ['corporate-crm', 'corporate-crm.csv'],
  ['adults', 'adults-social-care.csv'],
  ['childrens', 'childrens-cloud.jsonl'],
  ['ombudsman', 'ombudsman-register.xlsx'],
];

/** A live complaint is asked about as often as many that were imported: there are few of them. */
const OFTEN = Array.from({ length: 30 });

let product: TestProduct;
let guarded: RunningProduct;
let known: Known;
let values: Values;

beforeAll(async () => {
  product = await startTestProduct();
  for (const [source, file] of EXTRACTS)
    await product.load(source, path.join(__dirname, '../../demo/extracts', file));
  const live = Object.values(await makeLiveCases(product));
  const databaseUrl = product.settings.database.url ?? '';
  await markPersonalData(databaseUrl);
  await restrictSome((await readKnown(databaseUrl)).servicesOf.keys());
  known = await readKnown(databaseUrl);
  guarded = await runProduct({ ...product.settings, smallNumbers: new Map([['analyst', BELOW]]) });
  const complaints = [...known.servicesOf.keys()];
  values = {
    ids: [
      ...OFTEN.flatMap(() => live),
      ...complaints,
      ...known.complaintOf.keys(),
      '1',
      '2',
      '17',
      'nothing',
    ],
    references: known.references,
    words: [
      'Highways',
      'Parking',
      'Not recorded',
      'Delay',
      '2020-21',
      '2021-22',
      'corporate-crm',
      'adults',
      'zqx',
      'Smith',
    ],
  };
}, 300_000);
afterAll(async () => {
  await guarded.stop();
  await product.stop();
});

const analyst = demonstrationPerson({ role: 'analyst' }) as Asking;
/** One complaint in ten is closed to all but one officer, or to everybody. */
async function restrictSome(complaints: Iterable<string>): Promise<void> {
  for (const [place, id] of [...complaints].filter((_, each) => each % 10 === 0).entries()) {
    const stream = id.slice(0, id.indexOf('-'));
    const command = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
    const restrict = `restrict${stream.charAt(0).toUpperCase()}${stream.slice(1)}Complaint`;
    const { data } = await product.ask<{ done: { __typename: string } }>(
      'admin',
      `mutation { done: ${restrict}(command: "${command}", id: "${id}", kind: SAFEGUARDING, reason: "A test of questions",
        named: ["${place % 2 === 0 ? 'cora' : 'somebody'}"]) { __typename } }`,
    );
    expect(data.done.__typename).toBe('RestrictionSaved');
  }
}

const CALLERS: readonly (readonly [string, Asking])[] = [
  ...demonstrationPeople
    .filter(({ subject }) => subject !== 'dee')
    .map((person) => [`${person.role} (${person.subject})`, person] as const),
  ['an analyst who is told no small numbers', { ...analyst, smallNumbersBelow: BELOW }],
];

async function schemaOf(running: RunningProduct, caller: Asking): Promise<GraphQLSchema> {
  const { data } = await running.ask<Parameters<typeof buildClientSchema>[0]>(
    caller,
    getIntrospectionQuery(),
  );
  return buildClientSchema(data);
}

interface Outcome {
  readonly answered: number;
  readonly wrong: readonly { readonly question: string; readonly found: readonly string[] }[];
  readonly unexpected: readonly string[];
}

async function fuzz(running: RunningProduct, caller: Asking, seed: number): Promise<Outcome> {
  const schema = await schemaOf(running, caller);
  const wrong: Outcome['wrong'][number][] = [];
  const unexpected: string[] = [];
  let answered = 0;
  const askOne = async (number: number) => {
    const question = generateQuery(schema, values, [seed, number]);
    const { data = null, errors = [] } = await running.ask<object>(caller, question);
    if (data !== null && Object.values(data).some((value) => value !== null && typeof value === 'object'))
      answered += 1;
    const found = judge(data, caller, known);
    if (found.length > 0) wrong.push({ question, found });
    if (errors.some(({ message }) => markedIn(message).length > 0))
      wrong.push({ question, found: ['an error shows somebody'] });
    unexpected.push(
      ...errors
        .filter(({ message }) => message.startsWith('Something went wrong'))
        .map(({ message }) => `${message} ${question}`),
    );
  };
  for (let number = 0; number < QUESTIONS; number += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => askOne(number + place)));
  return { answered, wrong, unexpected };
}

describe('questions that nobody thought of', () => {
  it.each(CALLERS)(
    'show %s nothing beyond what they may see',
    async (_, caller) => {
      const running = caller.smallNumbersBelow === undefined ? product : guarded;
      const { answered, wrong, unexpected } = await fuzz(
        running,
        caller,
        CALLERS.findIndex(([, each]) => each === caller),
      );
      expect(wrong.slice(0, 5)).toEqual([]);
      expect(unexpected.slice(0, 5)).toEqual([]);
      expect(answered).toBeGreaterThan(QUESTIONS / 20);
    },
    3_600_000,
  );

  it('find what is told where nothing protects it', async () => {
    const { wrong } = await fuzz(product, { ...analyst, smallNumbersBelow: BELOW }, 0);
    expect(wrong.length).toBeGreaterThan(0);
  });
});
