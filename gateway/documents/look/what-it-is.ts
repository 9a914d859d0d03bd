import { KINDS_IN_WORDS, type KindName } from '../kinds';
import { lookAtPdf } from './look-at-pdf';
import { lookAtRichText, lookAtText, PROGRAM, UNKNOWN } from './look-at-text';
import { lookAtZip } from './look-at-zip';
import { type FileBytes, found, type Looked, problem } from './looked';

const HEAD_BYTES = 64;

/** What a file begins with, in hexadecimal; a pair of dots is any byte. */
type Beginnings = readonly string[];
const PICTURES: readonly (readonly [KindName, Beginnings])[] = [
  ['png', ['89504e470d0a1a0a']],
  ['jpeg', ['ffd8ff']],
  ['gif', ['474946383761', '474946383961']],
  ['webp', ['52494646........57454250']],
  ['heic', ['68656963', '68656978', '6865696d', '68656973', '68657663', '6d696631', '6d736631'].map(heif)],
];
const PDF: Beginnings = ['255044462d'];
const ZIP: Beginnings = ['504b0304'];
const RICH_TEXT: Beginnings = ['7b5c727466'];
/** Programs of Windows, Linux, Java and macOS, and shortcuts, which start them. */
const PROGRAMS: Beginnings = [
  ...['4d5a', '7f454c46', 'cafebabe', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe'],
  '4c00000001140200',
];
/** RAR, 7z, gzip, bzip2, xz, and an archive of nothing or of parts. */
const ARCHIVES: Beginnings = [
  ...['526172211a07', '377abcaf271c', '1f8b', '425a68', 'fd377a585a00', '504b0506', '504b0708'],
];
/** Old office programs, Outlook, and what they protect by a password. */
const OLD_OFFICE: Beginnings = ['d0cf11e0a1b11ae1'];

function heif(brand: string): string {
  return `........66747970${brand}`;
}

/**
 * What a file is, by what is in it, and whether it is taken. Of its name nothing counts but that text called `.csv` is a table.
 */
export async function whatItIs(file: FileBytes, name: string): Promise<Looked> {
  const bytes = await file.read(0, HEAD_BYTES);
  const head = bytes.toString('hex');
  const begins = (beginnings: Beginnings) => beginnings.some((one) => new RegExp(`^${one}`).test(head));
  const picture = PICTURES.find(([, beginnings]) => begins(beginnings));
  if (picture !== undefined) return found(picture[0]);
  if (begins(PDF)) return lookAtPdf(file);
  if (begins(ZIP)) return lookAtZip(file);
  if (begins(RICH_TEXT)) return lookAtRichText(file);
  if (begins(PROGRAMS)) return PROGRAM;
  if (begins(OLD_OFFICE)) return OLD;
  if (begins(ARCHIVES)) return ARCHIVE;
  return bytes.includes(0) ? UNKNOWN : lookAtText(file, name);
}

const OLD = problem(
  'TYPE_NOT_TAKEN',
  'The file is of an old office program, an Outlook message, or protected by a password: nobody can look whether it is safe. Save it as DOCX, XLSX, PPTX, EML or PDF, without a password.',
);
const ARCHIVE = problem(
  'TYPE_NOT_TAKEN',
  `The file is an archive. Attach the files in it one by one. Taken are: ${KINDS_IN_WORDS}.`,
);
