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

describe('somebody who has never answered a complaint', () => {
  it.each(SITUATIONS.flatMap(([id, words]) => words.map((each) => [each, id] as const)))(
    'finds by “%s” what answers it: %s',
    async (search, id) => {
      const { articles } = await guidance.data<{ articles: { edges: { node: { id: string } }[] } }>(
        `{ articles(where: { search: "${search}" }, first: 200) { edges { node { id } } } }`,
      );
      const found = articles.edges.map(({ node }) => node.id);
      expect(found).toContain(id);
      // So few that one sees it at once.
      expect(found.length).toBeLessThanOrEqual(10);
    },
  );
});
