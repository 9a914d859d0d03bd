import { elementsOf, readPdf, wordsOf } from '../../../documents/testing/read-pdf';
import { createWriter } from '../../../documents/write-document';
import { letterDocument } from './letter-document';

const letter = {
  subject: 'Your complaint COR-1',
  paragraphs: [
    { part: 'GREETING', heading: null, text: 'Dear Ms Made-Up,', source: null, gaps: [] },
    { part: 'NONE', heading: 'Left out', text: ' ', source: null, gaps: [] },
    {
      part: 'FINDINGS',
      heading: 'What we found',
      text: 'We found:\n\n- Late: we uphold this.',
      source: null,
      gaps: [],
    },
  ],
  addressee: { name: 'Ms Ada Made-Up', lines: ['1 Any Street', 'AA1 1AA'], email: null },
};
const document = letterDocument(letter, { council: 'A Council', on: '2026-05-13' });
const madeAt = new Date('2026-05-13T12:00:00Z');

describe('a letter as a document', () => {
  it('begins with its address, day and subject, and leaves out what is empty', () => {
    expect(document).toMatchObject({
      ...{ title: 'Your complaint COR-1', council: 'A Council', front: [] },
      letter: { addressee: ['Ms Ada Made-Up', '1 Any Street', 'AA1 1AA'], on: '13 May 2026' },
    });
    expect(document.sections.map(({ heading }) => heading)).toEqual(['', 'What we found']);
    const nobody = letterDocument({ ...letter, addressee: null }, { council: 'A Council', on: '2026-05-13' });
    expect(nobody.letter?.addressee).toEqual([]);
  });

  it('is a PDF whose parts are told apart, in the order in which it is read', async () => {
    const { pages, isTagged, title } = readPdf(await createWriter()(document, 'pdf', { madeAt }));
    expect([isTagged, title]).toEqual([true, 'Your complaint COR-1']);
    const [page] = pages;
    if (page === undefined) throw new Error('It has no page.');
    const words = (role: string) => elementsOf(page.elements, role).map(wordsOf);
    expect(words('P').slice(0, 6)).toEqual([
      ...['A Council', 'Ms Ada Made-Up', '1 Any Street', 'AA1 1AA', '13 May 2026', 'Dear Ms Made-Up,'],
    ]);
    expect([words('H1'), words('H2'), words('LI').length]).toEqual([
      ['Your complaint COR-1'],
      ['What we found'],
      1,
    ]);
  });

  it('is the same file for the same letter on the same day', async () => {
    const write = createWriter();
    const [one, other] = [await write(document, 'pdf', { madeAt }), await write(document, 'pdf', { madeAt })];
    expect(one.equals(other)).toBe(true);
  });
});
