import { deflateRawSync, deflateSync } from 'node:zlib';
import type { FileBytes } from '../look/looked';

/** Content as the looks see it. */
export const bytesOf = (content: Buffer | string): FileBytes => {
  const buffer = Buffer.from(content);
  return { size: buffer.length, read: async (from, length) => buffer.subarray(from, from + length) };
};

interface Packed {
  readonly name: string;
  readonly content: Buffer | string;
  readonly isEncrypted?: boolean;
  readonly method?: number;
  /** Where the directory says that it begins, where that is not where it does. */
  readonly toldAt?: number;
  /** How long the directory says that it is unpacked. */
  readonly toldBytes?: number;
}

/** An archive of some files, as a program would write it, or as one would that means harm. */
export function zipOf(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const packed = deflateRawSync(Buffer.from(file.content));
    const local = Buffer.concat([header(file, packed, 0x04034b50), Buffer.from(file.name), packed]);
    directory.push(entry(file, packed, at), Buffer.from(file.name));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

function header(
  { name, content, isEncrypted, method, toldBytes }: Packed,
  packed: Buffer,
  signature: number,
) {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(isEncrypted ? 1 : 0, 6);
  head.writeUInt16LE(method ?? 8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(toldBytes ?? Buffer.byteLength(content), 22);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return head;
}

function entry(file: Packed, packed: Buffer, at: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  header(file, packed, 0).copy(head, 6, 4, 30);
  head.writeUInt16LE(0, 30);
  head.writeUInt32LE(file.toldAt ?? at, 42);
  return head;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A document of Word, with further files in it. */
export const wordOf = (files: readonly Packed[] = [], type = WORD): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: `<Types><Override ContentType="${type}"/></Types>` },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...files,
  ]);

/** A PDF with some text of objects in it, and some that are packed. */
export const pdfOf = (plain = '', packed: readonly string[] = []): Buffer =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/Catalog ${plain}>>\nendobj\n`),
    ...packed.flatMap((text, index) => [
      Buffer.from(`${index + 2} 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\r\n`),
      deflateSync(text),
      Buffer.from('\nendstream\nendobj\n'),
    ]),
    Buffer.from('trailer\n<</Root 1 0 R>>\n%%EOF\n'),
  ]);

/** An e-mail with something in it. */
export const emailOf = (
  parts: readonly { readonly name: string; readonly content: Buffer | string; readonly type?: string }[],
  text = 'The bin was missed again.',
): string =>
  [
    'From: Pat Madeup <pat@example.org>',
    'To: complaints@council.example',
    'Subject: =?utf-8?q?Bins_=C2=A320?=',
    'Date: Mon, 11 May 2026 09:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="edge"',
    '',
    '--edge',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    ...parts.flatMap(({ name, content, type = 'application/octet-stream' }) => [
      '--edge',
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64'),
    ]),
    '--edge--',
    '',
  ].join('\r\n');
