import type { HolidayChange } from '../../../domain/calendar/changed-calendar';
import type { EnquiryEvent, EnquiryFacts } from '../../../domain/enquiries/enquiry';
import {
  bigint,
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  references,
  text,
  texts,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

const ofCase = (table: string) => references(text(), 'ombudsman.ombudsman_case', `${table}_of_case`);

/** What happened to a case that is worked on here, in order: added to, and never changed. A case without any is the register's. */
export const enquiryEntry = defineTable({
  schema: 'ombudsman',
  name: 'enquiry_entry',
  columns: {
    case_id: key(ofCase('enquiry_entry')),
    place: key(int()),
    event: text<EnquiryEvent>(),
    facts: jsonb<EnquiryFacts>(),
    by: text(),
    at: instant(),
  },
});
export type EntryRow = RowIn<typeof enquiryEntry>;

/** What somebody wrote at an entry: questions, a reply, a reason, a note. Personal data. */
export const enquiryWords = defineTable({
  schema: 'ombudsman',
  name: 'enquiry_words',
  columns: {
    case_id: key(ofCase('enquiry_words')),
    place: key(int()),
    part: key(text()),
    words: text(),
  },
});
export type WordsRow = RowIn<typeof enquiryWords>;

/** Commands that were done, by the keys that name them: one that comes again is answered, and not done again. */
export const commandDone = defineTable({
  schema: 'ombudsman',
  name: 'command_done',
  columns: {
    key: key(text()),
    case_id: ofCase('command_done'),
    /** Whose command it was, by the subject of their sign-in. */
    subject: text(),
    /** A hash of all that was asked: the same key with something else is another's. */
    fingerprint: text(),
    place: int(),
    done_at: instant(),
  },
});
export type DoneRow = RowIn<typeof commandDone>;

/** A complaint that is closed to some, as its stream publishes it. */
export const closedComplaint = defineTable({
  schema: 'ombudsman',
  name: 'closed_complaint',
  columns: {
    complaint_id: key(text()),
    version: bigint(),
    /** By hashes of the complaint and their subjects, whoever has a conflict of interest; null where the stream has not said who: it is closed to all. */
    shut_out: nullable(texts()),
    /** To whom alone it is open where it is restricted; null where it is not. */
    open_to: nullable(texts()),
  },
});

/** What was decided on bank holidays, as directory publishes it. */
export const bankHoliday = defineTable({
  schema: 'ombudsman',
  name: 'bank_holiday',
  columns: { day: key(day()), version: bigint(), change: jsonb<HolidayChange>() },
});
