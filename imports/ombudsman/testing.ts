import { toDay } from '../../domain/calendar/day';
import { namesOf } from '../kit/names';
import type { RawRow } from '../record';
import type { Facts } from '../source';
import { testStreams } from '../testing';
import { REGISTER_COLUMNS, type RegisterColumn } from './columns';

/** For tests of the register: it asks the directory nothing. */
export const registerFacts: Facts = {
  today: toDay('2024-06-01'),
  streams: testStreams,
  names: namesOf({ services: [], directorates: [], channels: [] }),
};

/** For tests: an ordinary row of the register at line 5, save for the cells given. */
export function registerRow(
  cells: Partial<Record<RegisterColumn, string>> = {},
  more: Partial<RawRow> = {},
): RawRow {
  const ordinary: Partial<Record<RegisterColumn, string>> = {
    Ombudsman: 'LGSCO',
    'Ombudsman ref': '19 000 991',
    'Our ref': '100281670',
    Stream: 'Corporate',
    Received: '43924',
    'Reply due': '43956',
    'Reply sent': '29/04/2020',
    Decided: '08/07/2021',
    Decision: 'Upheld: already remedied',
    Remedy: 'Training',
    'Remedy due': '44413',
    'Remedy done': '44407',
  };
  const all = { ...ordinary, ...cells };
  const written = Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, all[column] ?? '']));
  return { line: 5, cells: written, ...more };
}
