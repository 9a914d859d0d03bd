import { type TestGuidance, testGuidance } from '../testing';

let guidance: TestGuidance;
beforeAll(async () => {
  guidance = await testGuidance();
});
afterAll(() => guidance.stop());

/** What somebody types who does not know the words of the field, and what has to be found. */
const SITUATIONS: readonly (readonly [string, readonly string[]])[] = [
  ['faq-money', ['compensation', 'offer money', 'refund', 'insurance claim']],
  ['faq-first-report', ['missed bin', 'service request', 'pothole']],
  ['faq-i-cannot-answer-in-time', ['tomorrow', 'deadline', 'extension', 'limit runs out']],
  ['faq-about-my-staff', ['member of staff', 'staff discipline', 'human resources']],
  ['faq-for-a-child', ['grandparent', 'complains for a child', 'parent child agree']],
  ['faq-with-the-nhs', ['hospital', 'NHS', 'hospital discharge']],
  ['faq-which-ombudsman', ['housing ombudsman', 'damp', 'housing register', 'LGSCO']],
  ['faq-about-a-school', ['parent school', 'head teacher', 'bullying', 'academy']],
  ['words-to-begin-from', ['acknowledgement letter', 'words to begin', 'write an acknowledgement']],
];

const found = async (search: string): Promise<string[]> => {
  const { articles } = await guidance.data<{ articles: { edges: { node: { id: string } }[] } }>(
    `{ articles(where: { search: "${search}" }, first: 200) { edges { node { id } } } }`,
  );
  return articles.edges.map(({ node }) => node.id);
};

describe('somebody who has never answered a complaint', () => {
  it.each(SITUATIONS.flatMap(([id, words]) => words.map((each) => [each, id] as const)))(
    'finds by “%s” what answers it: %s',
    async (search, id) => {
      // The best match is first: nobody reads a long list.
      expect((await found(search)).slice(0, 5)).toContain(id);
    },
  );

  it.each([
    ['how long do I have to reply', 'faq-how-long-do-i-have'],
    ['can I close a complaint if they stop answering', 'faq-no-more-contact'],
    ['complainant is rude and keeps emailing every day', 'faq-rude-or-every-day'],
    ['do I count weekends and bank holidays', 'faq-what-is-a-working-day'],
    ['new issue added after I started looking into it', 'faq-new-points'],
    ['what do I write in the acknowledgement', 'words-to-begin-from'],
    ['they want to know what happened to the staff member', 'faq-about-my-staff'],
    ['the work is not finished can I still send the reply', 'faq-work-not-finished'],
    ['councillor sent me a complaint from a resident', 'faq-from-a-councillor'],
    ['child 14 wants to complain', 'faq-for-a-child'],
  ])('has the article that answers “%s” among the first three', async (question, id) => {
    const words = question.split(' ').join(' or ');
    expect((await found(words)).slice(0, 3)).toContain(id);
  });
});
