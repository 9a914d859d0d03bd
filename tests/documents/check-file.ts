import fs from 'node:fs';
import path from 'node:path';
import { runProgram } from '../clients/run-program';

/** What a program that is not ours says of a file. */
export interface Found {
  readonly pages: number | null;
  readonly found: string;
  readonly isSound: boolean;
}

/** Has programs open a file of a folder: LibreOffice what it can edit, poppler what is printed. Pictures of its pages stay beside it. */
export async function checkFile(folder: string, name: string): Promise<Found> {
  if (name.endsWith('.pdf')) return checkPdf(folder, name);
  if (name.endsWith('.md')) return { pages: null, found: 'not opened: a text', isSound: true };
  const written = path.join(folder, 'opened');
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const to = ['--convert-to', 'pdf', '--outdir', written];
  await runProgram('soffice', ['--headless', profile, ...to, path.join(folder, name)]);
  const drawn = name.replace(/\.\w+$/, '.pdf');
  if (!fs.existsSync(path.join(written, drawn))) return { pages: null, found: 'NOT OPENED', isSound: false };
  // A document and a workbook of the same report are drawn to the same name.
  const kept = name.replace('.', '-opened-').concat('.pdf');
  fs.renameSync(path.join(written, drawn), path.join(folder, kept));
  await draw(folder, kept);
  const { pages } = await told(folder, kept);
  return { pages, found: 'opened by LibreOffice', isSound: pages > 0 };
}

async function checkPdf(folder: string, name: string): Promise<Found> {
  const { pages, info } = await told(folder, name);
  const tags = await runProgram('pdfinfo', ['-struct', path.join(folder, name)]);
  await draw(folder, name);
  const count = (tag: RegExp): number => (tags.match(tag) ?? []).length;
  const [titles, tables, heads, rows] = [/^ *H1\b/gm, /^ *Table\b/gm, /^ *TH\b/gm, /^ *TR\b/gm].map(count);
  const lacking = [
    ...(/^Tagged: +yes/m.test(info) ? [] : ['TAGS']),
    ...(titles === 1 ? [] : ['A TITLE']),
    ...((heads ?? 0) >= (rows ?? 0) && count(/\/Scope/g) === heads ? [] : ['HEADS OF TABLES']),
  ];
  const found =
    lacking.length > 0
      ? `WITHOUT ${lacking.join(', ')}`
      : `tagged, ${tables} tables, ${heads} heads with scope`;
  return { pages, found, isSound: lacking.length === 0 };
}

async function told(folder: string, name: string): Promise<{ pages: number; info: string }> {
  const info = await runProgram('pdfinfo', [path.join(folder, name)]);
  return { info, pages: Number(/^Pages: +(\d+)/m.exec(info)?.[1] ?? 0) };
}

const draw = (folder: string, name: string): Promise<string> =>
  runProgram('pdftoppm', [
    '-r',
    '60',
    '-png',
    path.join(folder, name),
    path.join(folder, name.replace(/\.pdf$/, '')),
  ]);
