import { KINDS, kindOfMedia, namedAs } from './kinds';

describe('kinds of documents', () => {
  it('give a file the ending of what it is, whatever it was called', () => {
    expect(namedAs('evil.js', 'txt')).toBe('evil.js.txt');
    expect(namedAs('Photo.JPEG', 'jpeg')).toBe('Photo.JPEG');
    expect(namedAs('letter.pdf', 'docx')).toBe('letter.pdf.docx');
  });

  it('are each told by one media type and one ending', () => {
    const kinds = Object.values(KINDS);
    for (const property of ['mediaType', 'ending'] as const)
      expect(new Set(kinds.map((kind) => kind[property])).size).toBe(kinds.length);
    expect(kindOfMedia('image/png')).toBe(KINDS.png);
    expect(kindOfMedia('text/html')).toBeNull();
  });

  it('show nothing that could run in a page', () => {
    const shown = Object.values(KINDS).filter(({ preview }) => preview === 'IMAGE');
    expect(shown.map(({ ending }) => ending)).toEqual(['png', 'jpg', 'gif', 'webp']);
  });
});
