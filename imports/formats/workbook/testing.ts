import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { FileRefused, type RawRow } from '../../record';
import { readWorkbook } from './read-workbook';

/** What a test writes into a cell: a value, a whole cell as the library has it, or nothing. */
export type Written = string | number | boolean | Date | CellObject | null;

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly Written[])[];
  /** 1 hidden, 2 hidden so that only a macro shows it again. */
  readonly hidden?: 0 | 1 | 2;
  /** Ranges as Excel writes them: `A4:A5`. */
  readonly merged?: readonly string[];
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly from1904?: boolean;
  /** Days as ISO text in cells that say so, and not as numbers. */
  readonly isoDays?: boolean;
  readonly packed?: boolean;
}

/** The bytes of a workbook. */
export function workbookOf({
  sheets,
  from1904 = false,
  isoDays = false,
  packed = true,
}: MadeWorkbook): Buffer {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name);
  book.Workbook = {
    WBProps: { date1904: from1904 },
    Sheets: sheets.map(({ hidden = 0 }) => ({ Hidden: hidden })),
  };
  return write(book, { type: 'buffer', bookType: 'xlsx', cellDates: isoDays, compression: packed }) as Buffer;
}

function sheetOf({ rows, merged = [] }: MadeSheet): WorkSheet {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const sheet: WorkSheet = {
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(rows.length - 1, 0), c: width - 1 } }),
    '!merges': merged.map((range) => utils.decode_range(range)),
  };
  rows.forEach((row, r) => {
    row.forEach((written, c) => {
      if (written !== null) sheet[utils.encode_cell({ r, c })] = cellOf(written);
    });
  });
  return sheet;
}

function cellOf(written: Exclude<Written, null>): CellObject {
  if (written instanceof Date) return { t: 'd', v: written, z: 'dd/mm/yyyy' };
  if (typeof written === 'object') return written;
  const kinds = { string: 's', number: 'n', boolean: 'b' } as const;
  return { t: kinds[typeof written as keyof typeof kinds], v: written };
}

/** One file of an archive; `says` is what the archive's directory claims that it unpacks to. */
export interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly says?: number;
  readonly encrypted?: boolean;
}

/** An archive of any content, true or not: the library writes only sound ones. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content, { level: 9 });
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(part.content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.says ?? part.content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const start = Buffer.concat([Buffer.from('504b0102', 'hex'), Buffer.from([20, 0])]);
    directory.push(Buffer.concat([start, fields, tail, name]));
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

/** Reads bytes as a workbook with these columns; gives its rows, or the refusal. */
export async function rowsOf(
  bytes: Buffer,
  {
    header,
    dayColumns = [],
    maximumBytes = 1e9,
  }: {
    header: readonly string[];
    dayColumns?: readonly string[];
    maximumBytes?: number;
  },
): Promise<readonly RawRow[] | { readonly code: string; readonly message: string }> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'workbook-'));
  const file = path.join(directory, 'register.xlsx');
  writeFileSync(file, bytes);
  try {
    const rows: RawRow[] = [];
    const reading = readWorkbook({ file, maximumBytes, header, dayColumns: new Set(dayColumns) });
    for await (const batch of reading) rows.push(...batch);
    return rows;
  } catch (error) {
    if (error instanceof FileRefused) return { code: error.code, message: error.message };
    throw error;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
