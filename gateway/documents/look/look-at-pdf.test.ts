import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { bytesOf, pdfOf } from '../testing/files';
import { lookAtPdf } from './look-at-pdf';

const look = async (content: Buffer) => {
  const looked = await lookAtPdf(bytesOf(content));
  return 'kind' in looked ? looked.kind : looked.problem.code;
};
const SCRIPT = '<</S/JavaScript/JS(app.alert(1))>>';

describe('what a PDF holds', () => {
  it('is nothing that runs in most', async () => {
    expect(await look(pdfOf('/OpenAction[1 0 R /Fit]/URI(https://x.example)', ['<</Type/Page>>']))).toBe(
      'pdf',
    );
    expect(await look(pdfOf('/JavaScripting true/LaunchPad 1'))).toBe('pdf');
  });

  it.each([
    ['a script', `/OpenAction${SCRIPT}`, []],
    ['a script in codes', '/OpenAction<</S/J#61vaScript/JS(1)>>', []],
    ['a packed script', '', [SCRIPT]],
    ['a packed script in codes', '', ['<</S/JavaScrip#74/JS(1)>>']],
    ['a program to start', '/OpenAction<</S/Launch/F(a.exe)>>', []],
    ['another file', '/Names<</EmbeddedFiles 3 0 R>>', []],
    ['a form with scripts', '/AcroForm<</XFA 4 0 R>>', []],
    ['a form that sends', '', ['<</S/SubmitForm/F(https://x.example)>>']],
    ['a script far in a packed object', '', [`${'<</Type/Page>>'.repeat(20_000)}${SCRIPT}`]],
  ])('is refused: %s', async (_, plain, packed) => {
    expect(await look(pdfOf(plain, packed))).toBe('ACTIVE_CONTENT');
  });

  it('is looked for behind lengths and ends that lie', async () => {
    const hidden = deflateSync(`endstream ${SCRIPT}`, { level: 0 });
    const content = Buffer.concat([
      Buffer.from('%PDF-1.7\n2 0 obj\n<</Length 5/Filter/FlateDecode>>\nstream \n'),
      hidden,
    ]);
    expect(await look(content)).toBe('ACTIVE_CONTENT');
  });

  it('is refused where it cannot be looked into', async () => {
    expect(await look(pdfOf('/Encrypt 3 0 R'))).toBe('ENCRYPTED');
    const other = Buffer.from(
      '%PDF-1.7\n2 0 obj\n<</Type/ObjStm/Filter[/LZWDecode]>>\nstream\nxyz\nendstream',
    );
    expect(await look(other)).toBe('ACTIVE_CONTENT');
  });

  it('is given up where it unpacks to too much', async () => {
    const bomb = deflateSync(Buffer.alloc(60_000_000));
    const stream = Buffer.concat([
      Buffer.from('2 0 obj\n<<>>\nstream\n'),
      bomb,
      Buffer.from('\nendstream\n'),
    ]);
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), ...Array.from({ length: 18 }, () => stream)]);
    expect(await look(content)).toBe('UNPACKS_TOO_LARGE');
  });

  it('is found wherever a script stands, and however it is packed', async () => {
    const noise = fc.string({ unit: 'binary-ascii', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(noise, noise, fc.boolean(), async (before, after, isPacked) => {
        const text = `${before} ${SCRIPT} ${after}`;
        expect(await look(isPacked ? pdfOf('', [text]) : pdfOf(text))).not.toBe('pdf');
      }),
      { numRuns: 60 },
    );
  });
});
