import { type Day, toDay } from './day';
import { createCalendar } from './working-days';

/** A day on which banks, and so the council's clocks, stand still. */
export interface BankHoliday {
  readonly day: Day;
  readonly name: string;
  /** Why it is not on its usual day. */
  readonly note?: string;
}

/**
 * The bank holidays of England and Wales, 2018 to 2028.
 *
 * Source: the Banking and Financial Dealings Act 1971, section 1 and schedule 1, the common-law holidays of Good Friday
 * and Christmas Day, and the royal proclamations that moved days (2020, 2022) or added them (2022, 2023). The complaints
 * regulations and codes count working days by the same days: SI 2006/1738 regulation 2 (children's), SI 2009/309
 * regulation 2 (adults'). Boxing Day at a weekend, which only the first of them names, always has its substitute.
 * A proclamation may add a day later: add it here.
 */
export const bankHolidays: readonly BankHoliday[] = [
  { day: toDay('2018-01-01'), name: "New Year's Day" },
  { day: toDay('2018-03-30'), name: 'Good Friday' },
  { day: toDay('2018-04-02'), name: 'Easter Monday' },
  { day: toDay('2018-05-07'), name: 'Early May bank holiday' },
  { day: toDay('2018-05-28'), name: 'Spring bank holiday' },
  { day: toDay('2018-08-27'), name: 'Summer bank holiday' },
  { day: toDay('2018-12-25'), name: 'Christmas Day' },
  { day: toDay('2018-12-26'), name: 'Boxing Day' },
  { day: toDay('2019-01-01'), name: "New Year's Day" },
  { day: toDay('2019-04-19'), name: 'Good Friday' },
  { day: toDay('2019-04-22'), name: 'Easter Monday' },
  { day: toDay('2019-05-06'), name: 'Early May bank holiday' },
  { day: toDay('2019-05-27'), name: 'Spring bank holiday' },
  { day: toDay('2019-08-26'), name: 'Summer bank holiday' },
  { day: toDay('2019-12-25'), name: 'Christmas Day' },
  { day: toDay('2019-12-26'), name: 'Boxing Day' },
  { day: toDay('2020-01-01'), name: "New Year's Day" },
  { day: toDay('2020-04-10'), name: 'Good Friday' },
  { day: toDay('2020-04-13'), name: 'Easter Monday' },
  { day: toDay('2020-05-08'), name: 'Early May bank holiday', note: 'VE day, moved from 4 May' },
  { day: toDay('2020-05-25'), name: 'Spring bank holiday' },
  { day: toDay('2020-08-31'), name: 'Summer bank holiday' },
  { day: toDay('2020-12-25'), name: 'Christmas Day' },
  { day: toDay('2020-12-28'), name: 'Boxing Day', note: 'substitute' },
  { day: toDay('2021-01-01'), name: "New Year's Day" },
  { day: toDay('2021-04-02'), name: 'Good Friday' },
  { day: toDay('2021-04-05'), name: 'Easter Monday' },
  { day: toDay('2021-05-03'), name: 'Early May bank holiday' },
  { day: toDay('2021-05-31'), name: 'Spring bank holiday' },
  { day: toDay('2021-08-30'), name: 'Summer bank holiday' },
  { day: toDay('2021-12-27'), name: 'Christmas Day', note: 'substitute' },
  { day: toDay('2021-12-28'), name: 'Boxing Day', note: 'substitute' },
  { day: toDay('2022-01-03'), name: "New Year's Day", note: 'substitute' },
  { day: toDay('2022-04-15'), name: 'Good Friday' },
  { day: toDay('2022-04-18'), name: 'Easter Monday' },
  { day: toDay('2022-05-02'), name: 'Early May bank holiday' },
  { day: toDay('2022-06-02'), name: 'Spring bank holiday', note: 'moved from 30 May' },
  { day: toDay('2022-06-03'), name: 'Platinum Jubilee bank holiday' },
  { day: toDay('2022-08-29'), name: 'Summer bank holiday' },
  { day: toDay('2022-09-19'), name: 'State Funeral of Queen Elizabeth II' },
  { day: toDay('2022-12-26'), name: 'Boxing Day' },
  { day: toDay('2022-12-27'), name: 'Christmas Day', note: 'substitute' },
  { day: toDay('2023-01-02'), name: "New Year's Day", note: 'substitute' },
  { day: toDay('2023-04-07'), name: 'Good Friday' },
  { day: toDay('2023-04-10'), name: 'Easter Monday' },
  { day: toDay('2023-05-01'), name: 'Early May bank holiday' },
  { day: toDay('2023-05-08'), name: 'Coronation of King Charles III' },
  { day: toDay('2023-05-29'), name: 'Spring bank holiday' },
  { day: toDay('2023-08-28'), name: 'Summer bank holiday' },
  { day: toDay('2023-12-25'), name: 'Christmas Day' },
  { day: toDay('2023-12-26'), name: 'Boxing Day' },
  { day: toDay('2024-01-01'), name: "New Year's Day" },
  { day: toDay('2024-03-29'), name: 'Good Friday' },
  { day: toDay('2024-04-01'), name: 'Easter Monday' },
  { day: toDay('2024-05-06'), name: 'Early May bank holiday' },
  { day: toDay('2024-05-27'), name: 'Spring bank holiday' },
  { day: toDay('2024-08-26'), name: 'Summer bank holiday' },
  { day: toDay('2024-12-25'), name: 'Christmas Day' },
  { day: toDay('2024-12-26'), name: 'Boxing Day' },
  { day: toDay('2025-01-01'), name: "New Year's Day" },
  { day: toDay('2025-04-18'), name: 'Good Friday' },
  { day: toDay('2025-04-21'), name: 'Easter Monday' },
  { day: toDay('2025-05-05'), name: 'Early May bank holiday' },
  { day: toDay('2025-05-26'), name: 'Spring bank holiday' },
  { day: toDay('2025-08-25'), name: 'Summer bank holiday' },
  { day: toDay('2025-12-25'), name: 'Christmas Day' },
  { day: toDay('2025-12-26'), name: 'Boxing Day' },
  { day: toDay('2026-01-01'), name: "New Year's Day" },
  { day: toDay('2026-04-03'), name: 'Good Friday' },
  { day: toDay('2026-04-06'), name: 'Easter Monday' },
  { day: toDay('2026-05-04'), name: 'Early May bank holiday' },
  { day: toDay('2026-05-25'), name: 'Spring bank holiday' },
  { day: toDay('2026-08-31'), name: 'Summer bank holiday' },
  { day: toDay('2026-12-25'), name: 'Christmas Day' },
  { day: toDay('2026-12-28'), name: 'Boxing Day', note: 'substitute' },
  { day: toDay('2027-01-01'), name: "New Year's Day" },
  { day: toDay('2027-03-26'), name: 'Good Friday' },
  { day: toDay('2027-03-29'), name: 'Easter Monday' },
  { day: toDay('2027-05-03'), name: 'Early May bank holiday' },
  { day: toDay('2027-05-31'), name: 'Spring bank holiday' },
  { day: toDay('2027-08-30'), name: 'Summer bank holiday' },
  { day: toDay('2027-12-27'), name: 'Christmas Day', note: 'substitute' },
  { day: toDay('2027-12-28'), name: 'Boxing Day', note: 'substitute' },
  { day: toDay('2028-01-03'), name: "New Year's Day", note: 'substitute' },
  { day: toDay('2028-04-14'), name: 'Good Friday' },
  { day: toDay('2028-04-17'), name: 'Easter Monday' },
  { day: toDay('2028-05-01'), name: 'Early May bank holiday' },
  { day: toDay('2028-05-29'), name: 'Spring bank holiday' },
  { day: toDay('2028-08-28'), name: 'Summer bank holiday' },
  { day: toDay('2028-12-25'), name: 'Christmas Day' },
  { day: toDay('2028-12-26'), name: 'Boxing Day' },
];

/** Monday to Friday but for the bank holidays of England and Wales. Closure days of the council are worked, in law. */
export const englandAndWales = createCalendar({
  name: 'England and Wales',
  firstYear: 2018,
  lastYear: 2028,
  daysOff: bankHolidays.map((holiday) => holiday.day),
});
