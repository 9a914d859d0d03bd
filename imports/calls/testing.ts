import type { RawRow } from '../record';
import { CALL_COLUMNS, type CallColumn } from './columns';

/** For tests: an ordinary answered call at line 5, save for the cells given. */
export function callRow(cells: Partial<Record<CallColumn, string>> = {}, line = 5): RawRow {
  const ordinary: Record<CallColumn, string> = {
    CallID: '702638',
    Queue: 'COMPLAINTS_MAIN',
    CLI: '01614960171',
    OfferedAt: '2021-04-01 13:26:59',
    AnsweredAt: '2021-04-01 13:29:30',
    EndedAt: '2021-04-01 13:36:24',
    Agent: 'R Platt',
    Result: 'Answered',
  };
  const all = { ...ordinary, ...cells };
  return { line, cells: Object.fromEntries(CALL_COLUMNS.map((column) => [column, all[column]])) };
}
