import type { CellObject } from '@e965/xlsx';
import { NUL_SIGN } from '../text/lines';

/** Days from the first day of the 1900 system to that of the 1904 system, which old Macs used. */
const DAYS_TO_1904 = 1462;

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/**
 * A cell as text, without the spaces around it. A day that Excel keeps as a number comes as its serial of the 1900
 * system, whichever system the workbook counts by; a formula counts by what it gave when the workbook was saved.
 */
export function cellText(
  cell: CellObject | undefined,
  { isDay, from1904 }: { isDay: boolean; from1904: boolean },
): string {
  if (cell?.v === undefined || cell.t === 'z') return '';
  if (cell.t === 'e') return ERRORS[Number(cell.v)] ?? '#N/A';
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (typeof cell.v === 'number') return String(isDay && from1904 ? cell.v + DAYS_TO_1904 : cell.v);
  // A workbook can write a NUL in an escape (_x0000_).
  return (cell.v instanceof Date ? cell.v.toISOString() : String(cell.v)).replaceAll('\0', NUL_SIGN).trim();
}
