import { subjectAlone } from '../../../server/person-names';
import { bytesWords, type CaseDocument, documentViews, shownOf } from './documents-view';
import { fileKey } from './file-keys';

const document = (of: Partial<CaseDocument> = {}): CaseDocument => ({
  ...{ id: 'corporate-1', stage: 1, name: 'Letter.pdf', mediaType: 'application/pdf', bytes: 1_234_567 },
  ...{ source: 'UPLOAD', parent: null, leftOut: [], attachedBy: 'olu', attachedAt: '2026-05-11T23:30:00Z' },
  ...of,
});

describe('documents as a page shows them', () => {
  it('say what they are, how long, and how they came', () => {
    const [first, part] = documentViews([document(), document({ parent: 'x', source: 'EMAIL' })], {
      ...{ complaint: 'corporate-9', nameOf: subjectAlone },
    });
    expect(first).toMatchObject({
      ...{ kind: 'PDF, 1.2 MB', came: 'Attached by olu, 12 May 2026', isPart: false },
      href: '/complaints/corporate-9/documents/corporate-1',
      contentHref: '/complaints/corporate-9/documents/corporate-1/content',
    });
    expect(part).toMatchObject({ isPart: true, came: 'Came with the e-mail attached by olu, 12 May 2026' });
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [12_400, '12 kB'],
    [52_428_800, '52.4 MB'],
  ])('are %i bytes long in words', (bytes, words) => expect(bytesWords(bytes)).toBe(words));

  it('are shown where they are pictures or text, and never where they could hold a script', () => {
    const shown = (mediaType: string) => shownOf({ mediaType });
    expect([shown('image/png'), shown('message/rfc822')]).toEqual(['PICTURE', 'TEXT']);
    for (const other of ['application/pdf', 'image/svg+xml', 'text/html', 'image/heic'])
      expect(shown(other)).toBeNull();
  });
});

it('a file of a form has the same key whenever the form is sent, and another than the next file', () => {
  const [first, again, next] = [fileKey('a', 0), fileKey('a', 0), fileKey('a', 1)];
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([again === first, next === first]).toEqual([true, false]);
});
