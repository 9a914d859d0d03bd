import type { Day } from '../calendar/day';
import type { Calendar } from '../calendar/working-days';
import type { EnquiryCommand, EnquiryState } from './enquiry';

/** What a command on an ombudsman's case is decided by; `state` is null for one that is recorded. */
export interface EnquiryAsked {
  readonly command: EnquiryCommand;
  readonly state: EnquiryState | null;
  readonly calendar: Calendar;
  readonly today: Day;
}
