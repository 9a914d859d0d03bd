import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import type { SearchedRecord } from './match-keys';
import { openSearch } from './search';
import { aRecord, hold, type ListedPair, pairs, release, search } from './testing';

let database: TestDatabase;
let intake: DataSource;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  intake = database.of('intake');
});
afterAll(() => database.stop());
afterEach(async () => {
  await release(intake);
  await search(intake, []);
  expect(await pairs(intake)).toEqual([]);
});

/** What a search finds of records that come together. */
async function found(...records: readonly SearchedRecord[]): Promise<ListedPair[]> {
  await hold(intake, records);
  await search(intake, records);
  return pairs(intake);
}

const PERSON = { names: ['imran moss'] };
const WORDS = { words: ['bins', 'missed', 'three', 'times', 'row'] };

describe('two records of one system', () => {
  const LIKE = ['CSC-91131', 'csc-91131', 'CSC\u201191131', 'CSC 91131', 'CSC\u201391131', 'CSC-091131'];

  it.each(LIKE.slice(1).map((reference) => [reference]))(
    'are listed where they are CSC-91131 and %s',
    async (other) => {
      const [listed, ...more] = await found(
        aRecord('childrens', 'CSC-91131'),
        aRecord('childrens', other, { receivedOn: '2023-05-04' }),
      );
      expect([listed?.reasons, more]).toEqual([['LIKE_REFERENCE'], []]);
      expect(listed?.records).toContain(`childrens/${other}`);
    },
  );

  it.each(['CSC-91132', 'CSC-911310', 'ASC-91131', '91131', 'CSC/91131'])(
    'are not where they are CSC-91131 and %s, though one person wrote both',
    async (other) => {
      const PERSON_AGAIN = { ...PERSON, ...WORDS };
      expect(
        await found(
          aRecord('childrens', 'CSC-91131', PERSON_AGAIN),
          aRecord('childrens', other, PERSON_AGAIN),
        ),
      ).toEqual([]);
    },
  );

  it('are not where they are of two systems that number alike', async () => {
    expect(await found(aRecord('adults', '91131'), aRecord('corporate-crm', '091131'))).toEqual([]);
  });
});

describe('two records of different systems', () => {
  it.each([
    ['the same name about the same time', PERSON, PERSON, ['SAME_NAME', 'NEAR_IN_TIME']],
    [
      'the same email about the same time',
      { email: 'a@example.org', names: ['a moss'] },
      { email: 'a@example.org' },
      ['SAME_EMAIL', 'NEAR_IN_TIME'],
    ],
    [
      'the same name and postcode, and the same words',
      { ...PERSON, ...WORDS, postcode: 'SK55GB' },
      { ...PERSON, words: [...WORDS.words, 'again'], postcode: 'SK55GB' },
      ['SAME_WORDS', 'SAME_NAME', 'SAME_POSTCODE', 'NEAR_IN_TIME'],
    ],
    [
      'the same name and words, months apart',
      { ...PERSON, ...WORDS },
      { ...PERSON, ...WORDS, receivedOn: '2021-09-04' },
      ['SAME_WORDS', 'SAME_NAME'],
    ],
    [
      'a reference that one names, years apart',
      { references: ['100275363'], receivedOn: '2019-05-04' },
      { namesReferences: ['100275363'] },
      ['NAMES_REFERENCE'],
    ],
    [
      'a reference that the other names',
      { namesReferences: ['CSC2198'], receivedOn: '2021-03-04' },
      { references: ['CSC2198'] },
      ['NAMES_REFERENCE'],
    ],
    ['the 28th day', PERSON, { ...PERSON, receivedOn: '2021-06-01' }, ['SAME_NAME', 'NEAR_IN_TIME']],
  ])('are suggested for %s', async (_, one, other, reasons) => {
    const pair = await found(aRecord('corporate-crm', '1', one), aRecord('childrens', '2', other));
    expect(pair).toEqual([{ records: 'childrens/2 corporate-crm/1', reasons }]);
  });

  it.each([
    ['the same name alone', PERSON, { ...PERSON, receivedOn: '2021-06-02' }],
    ['the same words alone', WORDS, WORDS],
    ['the same day alone', {}, {}],
    ['the same postcode about the same time', { postcode: 'SK55GB' }, { postcode: 'SK55GB' }],
    [
      'few words that are the same, months apart',
      { ...PERSON, words: ['bins', 'missed', 'three'] },
      { ...PERSON, words: ['bins', 'missed', 'three'], receivedOn: '2021-09-04' },
    ],
    [
      'some words that are the same, months apart',
      { ...PERSON, ...WORDS },
      { ...PERSON, words: [...WORDS.words, 'a1', 'a2', 'a3', 'a4'], receivedOn: '2021-09-04' },
    ],
    [
      'the same name and words, more than a year apart',
      { ...PERSON, ...WORDS },
      { ...PERSON, ...WORDS, receivedOn: '2022-05-05' },
    ],
    ['one reference that both name', { namesReferences: ['9'] }, { namesReferences: ['9'] }],
  ])('are not for %s', async (_, one, other) => {
    expect(await found(aRecord('corporate-crm', '1', one), aRecord('childrens', '2', other))).toEqual([]);
  });

  it('are not suggested where they are of one system', async () => {
    expect(await found(aRecord('childrens', '1', PERSON), aRecord('childrens', '2', PERSON))).toEqual([]);
  });

  it('are recognised by a name that few have in the days around, and by none that many have', async () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, place) => aRecord('corporate-crm', String(place), PERSON));
    expect(await found(aRecord('childrens', '1', PERSON), ...others(20))).toHaveLength(5);
    expect(await found(aRecord('childrens', '1', PERSON), ...others(21))).toEqual([]);
  });
});

describe('words', () => {
  it('that many have are no evidence', async () => {
    const pair = [
      aRecord('corporate-crm', '1', { ...PERSON, ...WORDS }),
      aRecord('childrens', '2', { ...PERSON, ...WORDS, receivedOn: '2021-09-04' }),
    ];
    const others = (count: number) =>
      Array.from({ length: count }, (_, place) => aRecord('adults', String(place), WORDS));
    expect(await found(...pair, ...others(18))).toHaveLength(1);
    expect(await found(...pair, ...others(19))).toEqual([]);
  });
});

describe('a search', () => {
  const one = aRecord('corporate-crm', '1', PERSON);
  const other = aRecord('childrens', '2', PERSON);

  it('finds a pair once, and it goes with its evidence and with its records', async () => {
    await hold(intake, [one, other]);
    expect([await search(intake, [one, other]), await search(intake, [])]).toEqual([1, 0]);
    expect(await found(aRecord('childrens', '2', { names: ['ewan lomas'] }))).toEqual([]);
    expect(await found(other)).toHaveLength(1);
    await release(intake, ['1']);
    expect(await found()).toEqual([]);
  });

  it('keeps nothing that can be read', async () => {
    await found(
      aRecord('corporate-crm', '1', { ...PERSON, ...WORDS, email: 'a@example.org', postcode: 'SK55GB' }),
    );
    const kept = await inTransaction(intake, { subject: 'test', role: 'import' }, (transaction) =>
      transaction.query('select to_json(matter) as row, salt from intake.matter, intake.duplicate_search'),
    );
    expect(JSON.stringify(kept)).not.toMatch(/imran|moss|bins|example|sk55gb/i);
    expect(kept).toMatchObject([{ salt: expect.stringMatching(/^[0-9a-f-]{72}$/) }]);
  });

  it('that was killed before it compared is gone on with, though nothing has changed since', async () => {
    await hold(intake, [one, other]);
    const killed = await openSearch(intake, fixedClock('2022-01-31'));
    await killed?.keep([one, other]);
    await killed?.end();
    expect([await pairs(intake), await search(intake, [])]).toEqual([[], 1]);
  });

  it('is not made twice at once', async () => {
    const first = await openSearch(intake, fixedClock('2022-01-31'));
    expect([first === null, await openSearch(intake, fixedClock('2022-01-31'))]).toEqual([false, null]);
    await first?.end();
    await search(intake, []);
  });

  it('finds the same, in whatever order and parts records come, and no more for one than there may be', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (batches) => {
        await release(intake);
        await search(intake, []);
        for (const batch of batches) {
          await hold(intake, batch);
          await search(intake, batch);
        }
        const expected = plainly(batches.flat());
        expect(await pairs(intake)).toEqual(expected);
        for (const { source, record } of batches.flat()) {
          const own = expected.filter(({ records }) => records.split(' ').includes(`${source}/${record}`));
          expect(own.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

const some = <Item>(...items: readonly Item[]) => fc.subarray([...items]);
const matchKeys = fc.record({
  source: fc.constantFrom('adults', 'childrens', 'corporate-crm'),
  receivedOn: fc.constantFrom('2021-01-04', '2021-01-20', '2021-02-10', '2021-06-04', '2022-03-01'),
  names: fc.oneof(fc.constant(['imran moss']), some('imran moss', 'ewan lomas')),
  email: fc.constantFrom('a@example.org', 'b@example.org', null, null),
  postcode: fc.constantFrom('SK55GB', null),
  words: some('bins', 'missed', 'three', 'times', 'row', 'again'),
  namesReferences: fc.constantFrom<string[]>([], [], [], ['REF1'], ['REF2', 'REF3']),
});

/** Records in parts, each part with the records of any. */
const parts = fc
  .array(matchKeys, { minLength: 2, maxLength: 60 })
  .map((all) =>
    all.map(({ source, ...each }, place) =>
      aRecord(source, String(place), { ...each, references: [`REF${place}`] }),
    ),
  )
  .chain((all) =>
    fc.tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.integer({ min: 1, max: 4 })),
  )
  .map(([all, count]) => {
    const size = Math.ceil(all.length / count);
    const batches: SearchedRecord[][] = [];
    for (let from = 0; from < all.length; from += size) batches.push(all.slice(from, from + size));
    return batches;
  });

type Searched = SearchedRecord & { readonly matchKeys: NonNullable<SearchedRecord['matchKeys']> };

const apart = (one: Searched, other: Searched) =>
  Math.abs(Date.parse(one.matchKeys.receivedOn) - Date.parse(other.matchKeys.receivedOn)) / 86_400_000;

/** The rules again, pair by pair, as plainly as can be. */
function plainly(records: readonly SearchedRecord[]): ListedPair[] {
  const all = records.flatMap(({ matchKeys, ...each }) =>
    matchKeys === null ? [] : [{ ...each, matchKeys }],
  );
  const reach = (one: Searched, shares: (other: Searched) => boolean) => {
    const within = (days: number) =>
      all.filter((each) => each.source !== one.source && shares(each) && apart(one, each) <= days).length;
    if (within(365) <= 20) return 365;
    return within(28) <= 20 ? 28 : -1;
  };
  const identifies = (one: Searched, other: Searched, shares: (each: Searched) => boolean) =>
    shares(one) && shares(other) && apart(one, other) <= Math.min(reach(one, shares), reach(other, shares));
  const isUsual = (one: Searched) =>
    all.filter(({ matchKeys }) => String(matchKeys.words) === String(one.matchKeys.words)).length > 20;
  const weighed = all.flatMap((one) =>
    all.flatMap((other) => {
      if (one.source >= other.source) return [];
      const { matchKeys } = one;
      const common = matchKeys.words.filter((word) => other.matchKeys.words.includes(word)).length;
      const either = new Set([...matchKeys.words, ...other.matchKeys.words]).size;
      const holds = {
        NAMES_REFERENCE:
          matchKeys.references.some((each) => other.matchKeys.namesReferences.includes(each)) ||
          other.matchKeys.references.some((each) => matchKeys.namesReferences.includes(each)),
        SAME_EMAIL:
          matchKeys.email !== null &&
          identifies(one, other, (each) => each.matchKeys.email === matchKeys.email),
        SAME_WORDS: common >= 4 && common >= 0.6 * either && !isUsual(one) && !isUsual(other),
        SAME_NAME: matchKeys.names.some((name) =>
          identifies(one, other, (each) => each.matchKeys.names.includes(name)),
        ),
        SAME_POSTCODE: matchKeys.postcode !== null && matchKeys.postcode === other.matchKeys.postcode,
        NEAR_IN_TIME: apart(one, other) <= 28,
      };
      const isPerson = holds.SAME_EMAIL || holds.SAME_NAME;
      if (!holds.NAMES_REFERENCE && !(isPerson && (holds.NEAR_IN_TIME || holds.SAME_WORDS))) return [];
      const weights = {
        NAMES_REFERENCE: 16,
        SAME_EMAIL: 6,
        SAME_WORDS: 5,
        SAME_NAME: 3,
        SAME_POSTCODE: 3,
        NEAR_IN_TIME: 2,
      };
      const reasons = (Object.keys(holds) as (keyof typeof holds)[]).filter((code) => holds[code]);
      const strength = reasons.reduce((sum, code) => sum + weights[code], 0);
      const key = [one.source, one.record, other.source, other.record].map((part) => JSON.stringify(part));
      const id = createHash('md5')
        .update(`[${key.join(', ')}]`)
        .digest('hex');
      return [{ one, other, reasons, strength, days: apart(one, other), id }];
    }),
  );
  const heaviest = (mine: Searched) =>
    weighed
      .filter(({ one, other }) => one === mine || other === mine)
      .sort((a, b) => b.strength - a.strength || a.days - b.days || (a.id < b.id ? -1 : 1))
      .slice(0, 5);
  return weighed
    .filter((pair) => heaviest(pair.one).includes(pair) && heaviest(pair.other).includes(pair))
    .map(({ one, other, reasons }) => ({
      records: `${one.source}/${one.record} ${other.source}/${other.record}`,
      reasons,
    }))
    .sort((a, b) => (a.records < b.records ? -1 : 1));
}
