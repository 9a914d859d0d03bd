import type { List } from '../../../platform/lists/list';
import { type HolidayShown, shown } from './change-holiday';
import type { HolidayDecision } from './decisions';

/** The decisions on bank holidays, the newest first. */
export const HOLIDAY_DECISIONS: List<HolidayDecision, HolidayShown> = {
  field: 'bankHolidayChangesConnection',
  table: 'directory.bank_holiday_decision',
  order: { decided_at: 'timestamptz', day: 'date', version: 'int' },
  direction: 'desc',
  select: (rows) => `select * from directory.bank_holiday_decision ${rows}`,
  keyOf: ({ decided_at, day, version }) => [decided_at.toISOString(), day, version],
  nodeOf: shown,
};
