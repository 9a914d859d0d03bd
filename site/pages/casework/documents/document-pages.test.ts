import { Readable } from 'node:stream';
import type { Documents } from '../../../gateway/documents';
import { servePages } from '../../../testing/serve-pages';
import { askDocuments } from './ask-documents';
import { attachFiles } from './attach';
import { addDocumentPages } from './document-pages';
import { showDocument } from './show-document';

const AT = '/complaints/corporate-9/documents';
const mail = {
  ...{
    id: 'corporate-1',
    stage: 1,
    name: 'mail.eml',
    mediaType: 'message/rfc822',
    bytes: 12,
    source: 'UPLOAD',
  },
  ...{ parent: null, attachedBy: 'olu', attachedAt: '2026-05-11T12:00:00Z' },
  leftOut: [{ name: '<b>x</b>.exe', reason: 'A program.' }],
};
const picture = { ...mail, id: 'corporate-2', name: 'a.png', mediaType: 'image/png', leftOut: [] };
const casework = { documents: [mail, picture] };
const complaint = { id: 'corporate-9', reference: 'C-1', casework };

const opened = (content: string, mediaType: string) => ({
  ...{ body: Readable.from([content]), mediaType, disposition: 'attachment' },
});

const serve = (
  of: { answer?: object | null; open?: Documents['open']; role?: string; isScanned?: boolean } = {},
) =>
  servePages({
    add: (app, makers) =>
      addDocumentPages(app, {
        ...makers,
        documents: {
          taken: async () => ({
            isScanned: of.isScanned ?? true,
            maximumBytes: 1_000,
            kinds: [{ title: 'PDF', ending: 'pdf' }],
          }),
          attach: () => Promise.reject(new Error('Nothing is attached here')),
          open: of.open ?? (async () => opened('<script>alert(1)</script>', 'text/plain')),
        },
      }),
    answers: { CaseDocumentsCorporate: { complaint: of.answer === undefined ? complaint : of.answer } },
    session: { role: of.role ?? 'officer' },
  });

describe('the pages of documents', () => {
  it('list them, with what was left out, and say where nothing is scanned', async () => {
    const site = await serve({ isScanned: false });
    const { body } = await site.get(AT);
    expect(body).toContain('mail.eml');
    expect(body).toContain('&lt;b&gt;x&lt;/b&gt;.exe');
    expect(body).toContain('Files are not scanned');
    expect((await (await serve()).get(AT)).body).not.toContain('Files are not scanned');
    expect((await site.get(`${AT}?attached=2`)).body).toContain('2 documents were attached.');
  });

  it('are for those who work on complaints, of complaints that are there', async () => {
    expect((await (await serve({ role: 'analyst' })).get(AT)).statusCode).toBe(403);
    const none = await serve({ answer: null });
    for (const at of [AT, '/complaints/nobody-1/documents', `${AT}/corporate-1`])
      expect((await none.get(at)).statusCode).toBe(404);
    const elsewhere = await serve({ answer: { ...complaint, casework: null } });
    expect((await elsewhere.get(AT)).body).toContain('kept in an inherited system');
  });

  it('show text as text, pictures from an address of their own, and nothing that is not there', async () => {
    const site = await serve();
    expect((await site.get(`${AT}/corporate-1`)).body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect((await site.get(`${AT}/corporate-2`)).body).toContain(`src="${AT}/corporate-2/picture"`);
    expect((await site.get(`${AT}/corporate-3`)).statusCode).toBe(404);
  });

  it('give content to be kept, and never as a page of the site', async () => {
    const site = await serve({ open: async () => opened('x', 'application/pdf') });
    const given = await site.get(`${AT}/corporate-1/content`);
    expect(given.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    expect((await site.get(`${AT}/corporate-1/picture`)).statusCode).toBe(404);
    expect(
      (await (await serve({ open: async () => null })).get(`${AT}/corporate-1/content`)).statusCode,
    ).toBe(404);
  });

  it('are made of parts that ask in the name of whoever looks', () => {
    for (const part of [askDocuments, attachFiles, showDocument]) expect(part).toBeInstanceOf(Function);
  });
});
