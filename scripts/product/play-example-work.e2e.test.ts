import { demonstrationPeople, demonstrationPerson } from '../../demo/people';
import { exampleWork } from '../../demo/work/example-work';
import { toDay } from '../../domain/calendar/day';
import { startTestProduct, type TestProduct } from '../testing/test-product';
import type { AskAs } from './ask-as';
import { ExampleRefused, playExampleWork } from './play-example-work';

const START_MILLIS = 120_000;
const PLAY_MILLIS = 120_000;
/** A Saturday after a bank holiday. */
const TODAY = toDay('2026-12-26');

const COUNTS = `{ ${['corporate', 'adults', 'childrens', 'schools']
  .map((stream) => `${stream}: ${stream}WorklistCounts { lists { list count } }`)
  .join(' ')} }`;

type Counts = Readonly<Record<string, { readonly lists: readonly { list: string; count: number }[] }>>;

describe('the example of a team at work', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ clock: { now: () => new Date(`${TODAY}T12:00:00Z`) } });
  }, START_MILLIS);
  afterAll(() => product?.stop());

  const askAs: AskAs = async (subject, query, variables) => {
    const person = demonstrationPeople.find((each) => each.subject === subject);
    if (person === undefined) throw new Error(`There is nobody called ${subject}`);
    return product.ask(person, query, { ...variables });
  };

  async function counted(): Promise<Record<string, number>> {
    const who = demonstrationPerson({ role: 'officer', subject: 'olu' });
    const { data } = await product.ask<Counts>(who, COUNTS);
    const sums: Record<string, number> = {};
    for (const { list, count } of Object.values(data).flatMap(({ lists }) => lists))
      sums[list] = (sums[list] ?? 0) + count;
    return sums;
  }

  it(
    'keeps to the rules of every procedure, leaves something on each list, and is played once',
    async () => {
      const work = exampleWork(TODAY);
      const enquiries = work.filter(({ enquiry }) => enquiry !== undefined).length;
      const played = { complaints: work.length, thereBefore: 0, enquiries };
      expect(await playExampleWork(askAs, work)).toEqual(played);
      const before = await counted();
      for (const list of ['MINE', 'UNASSIGNED', 'DUE_SOON', 'OVERDUE', 'WAITING', 'ALL_OPEN'])
        expect([list, (before[list] ?? 0) > 0]).toEqual([list, true]);
      expect(await playExampleWork(askAs, work)).toEqual(played);
      const ofAnotherDay = await playExampleWork(askAs, exampleWork(toDay('2026-12-21')));
      expect(ofAnotherDay).toEqual({ complaints: 0, thereBefore: work.length, enquiries: 0 });
      expect(await counted()).toEqual(before);
    },
    PLAY_MILLIS,
  );

  it('says which step the product refuses', async () => {
    const step = { by: 'olu', mutation: 'acceptCorporateComplaint', given: {} };
    const [own] = exampleWork(TODAY);
    if (own === undefined) throw new Error('There is no example');
    await expect(playExampleWork(askAs, [{ ...own, steps: [step, step] }])).rejects.toThrow(ExampleRefused);
  });
});
