import { bytesOf, wordOf, zipOf } from '../testing/files';
import { lookAtZip } from './look-at-zip';

const look = async (content: Buffer) => {
  const looked = await lookAtZip(bytesOf(content));
  return 'kind' in looked ? looked.kind : looked.problem.code;
};
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
const settings = (target: string) => ({
  name: 'word/_rels/settings.xml.rels',
  content: `<Relationship Type="x/attachedTemplate" Target="${target}" TargetMode="External"/>`,
});
const openText = (manifest: string, more: string[] = []) =>
  zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'META-INF/manifest.xml', content: manifest },
    ...more.map((name) => ({ name, content: 'x' })),
  ]);
const zeros = Buffer.alloc(30_000_000);

describe('what an archive is', () => {
  it.each([
    ['docx', wordOf()],
    ['xlsx', wordOf([], sheet)],
    ['pptx', wordOf([], slides)],
    ['odt', openText('<manifest/>')],
    ['docx', wordOf([settings('file:///C:/Templates/Letter.dotx')])],
  ])('is %s', async (kind, content) => expect(await look(content)).toBe(kind));

  it.each([
    ['macros', 'MACROS', wordOf([{ name: 'word/vbaProject.bin', content: 'x' }])],
    [
      'macros by another name',
      'MACROS',
      wordOf([], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    ],
    ['old macros of Excel', 'MACROS', wordOf([{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }])],
    ['a program within', 'MACROS', wordOf([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }])],
    ['macros of an open document', 'MACROS', openText('<manifest/>', ['Basic/Standard/Module1.xml'])],
    ['a template from elsewhere', 'ACTIVE_CONTENT', wordOf([settings('https://x.example/a.dotm')])],
    ['a password', 'ENCRYPTED', wordOf([{ name: 'a', content: 'x', isEncrypted: true }])],
    ['a password of an open document', 'ENCRYPTED', openText('<manifest><encryption-data/></manifest>')],
    ['files of other kinds', 'TYPE_NOT_TAKEN', zipOf([{ name: 'letter.pdf', content: 'x' }])],
    ['a damaged end', 'DAMAGED', wordOf().subarray(0, -5)],
    ['something behind its end', 'DAMAGED', Buffer.concat([wordOf(), Buffer.from('MZ')])],
    ['a way of packing of its own', 'DAMAGED', wordOf([{ name: 'a', content: 'x', method: 99 }])],
    ['damaged content', 'DAMAGED', damaged()],
  ])('is refused with %s', async (_, code, content) => expect(await look(content)).toBe(code));

  it('is given up where it unpacks to too much, whatever its directory says', async () => {
    expect(await look(wordOf([{ name: 'a', content: zeros, toldBytes: 10 }]))).toBe('UNPACKS_TOO_LARGE');
  });

  it('is not opened where its files lie over each other', async () => {
    const lies = { name: 'a', content: 'x'.repeat(5_000), toldAt: 0 };
    expect(await look(wordOf([lies]))).toBe('DAMAGED');
  });
});

function damaged(): Buffer {
  const content = wordOf();
  return content.fill(0xff, 60, 90);
}
