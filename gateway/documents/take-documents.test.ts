import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openSpool } from '../../platform/files/spool';
import type { Scanner } from './scanner/clamd';
import { takeDocuments } from './take-documents';
import { emailOf, pdfOf, wordOf } from './testing/files';

describe('taking a document', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'take-documents-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const CLEAN: Scanner = { scan: async () => 'CLEAN' };
  const take = async (content: Buffer | string, name: string | null, scanner: Scanner | null = CLEAN) => {
    const spool = openSpool(folder);
    const file = await spool.receive(Readable.from([Buffer.from(content)]), { maximumBytes: 1_000_000 });
    return takeDocuments({ spool, scanner, maximumBytes: 1_000 }, { file, name });
  };
  const refusal = (code: string, status = 422) => expect.objectContaining({ status, code });

  it('keeps it under a name of what it is', async () => {
    expect(await take(pdfOf(), 'C:\\Papers\\letter.doc')).toMatchObject([
      { name: 'letter.doc.pdf', mediaType: 'application/pdf', parent: null, leftOut: [] },
    ]);
    expect((await take(pdfOf(), 'Letter.PDF'))[0]?.name).toBe('Letter.PDF');
    expect((await take('x', null))[0]?.name).toBe('document.txt');
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('leaves nothing of one that is not taken', async () => {
    await expect(take(wordOf([{ name: 'word/vbaProject.bin', content: 'x' }]), 'a.docx')).rejects.toEqual(
      refusal('MACROS'),
    );
    await expect(take('x', 'a', { scan: async () => 'FOUND' })).rejects.toEqual(refusal('HARMFUL'));
    const silent = { scan: () => Promise.reject(new Error('silent')) };
    await expect(take('x', 'a', silent)).rejects.toEqual(refusal('SCANNER_UNAVAILABLE', 503));
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes one unscanned where there is no scanner', async () => {
    expect(await take('x', 'a', null)).toHaveLength(1);
  });

  it('keeps an e-mail with what came with it, each by the same checks, and names what it leaves out', async () => {
    const within = emailOf([{ name: 'deep.pdf', content: pdfOf() }]);
    const parts = [
      { name: 'photo.pdf', content: pdfOf() },
      { name: 'run.pdf', content: Buffer.from('MZ') },
      { name: 'empty.txt', content: '' },
      { name: 'long.txt', content: 'x'.repeat(1_001) },
      { name: 'other.eml', content: within, type: 'message/rfc822' },
    ];
    const taken = await take(emailOf(parts), 'mail.eml');
    expect(taken).toMatchObject([
      { name: 'mail.eml', mediaType: 'message/rfc822', parent: null },
      { name: 'photo.pdf', parent: 0 },
      { name: 'other.eml', parent: 0 },
      { name: 'deep.pdf', parent: 2 },
    ]);
    expect(taken[0]?.leftOut).toEqual([
      { name: 'run.pdf', reason: expect.stringContaining('program') },
      { name: 'empty.txt', reason: 'It is empty.' },
      { name: 'long.txt', reason: expect.stringContaining('1000 bytes') },
    ]);
    const files = await readdir(folder);
    expect(files.sort()).toEqual(taken.map(({ file }) => file).sort());
    expect(await readFile(path.join(folder, taken[1]?.file ?? ''))).toEqual(pdfOf());
  });

  it('leaves nothing of an e-mail where the scanner goes away between its parts', async () => {
    let scans = 0;
    const scanner: Scanner = {
      scan: async () => (++scans < 2 ? 'CLEAN' : Promise.reject(new Error('gone'))),
    };
    await expect(take(emailOf([{ name: 'a.txt', content: 'x' }]), 'mail.eml', scanner)).rejects.toEqual(
      refusal('SCANNER_UNAVAILABLE', 503),
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
