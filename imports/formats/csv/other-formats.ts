/** Whether a file begins so. */
const begins = (start: Buffer, hexadecimal: string): boolean =>
  start.subarray(0, hexadecimal.length / 2).equals(Buffer.from(hexadecimal, 'hex'));

/** How files of formats that are no text begin. */
const STARTS = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['1f8b', 'gzip'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['d0cf11e0a1b11ae1', 'xls'],
  ['255044462d', 'pdf'],
] as const;

/** What a file is that is no text: a workbook, something packed, a PDF. */
export type OtherFormat = (typeof STARTS)[number][1] | 'xlsx';

/** What a file that begins so is, as far as its beginning shows; null for text, and for what is not known here. */
export function otherFormatOf(start: Buffer): OtherFormat | null {
  const found = STARTS.find(([bytes]) => begins(start, bytes))?.[1] ?? null;
  return found === 'zip' && start.includes('xl/workbook') ? 'xlsx' : found;
}

/** What is wrong with such a file, and what to do, as the beginning of a refusal. */
export const OTHER_FORMATS: Readonly<
  Record<OtherFormat, { readonly what: string; readonly isPacked: boolean }>
> = {
  zip: { what: 'The file is a zip archive', isPacked: true },
  gzip: { what: 'The file is packed (gzip)', isPacked: true },
  '7z': { what: 'The file is packed (7z)', isPacked: true },
  rar: { what: 'The file is packed (rar)', isPacked: true },
  xlsx: { what: 'The file is an Excel workbook (.xlsx)', isPacked: false },
  xls: { what: 'The file is a workbook or document of older Office programs (.xls)', isPacked: false },
  pdf: { what: 'The file is a PDF', isPacked: false },
};
