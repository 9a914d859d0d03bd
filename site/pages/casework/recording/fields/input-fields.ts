import type { RecordComplaintInput } from '../../../../operations/__generated__/operations';
import { onDay } from '../../commands/fields/days';
import type { FieldsOf } from '../../commands/fields/form-field';
import { eachLine, words } from '../../commands/fields/words';
import type { RecordSeen } from '../record-seen';
import { consent } from './consent';
import { chooseName, serviceByName } from './names';
import { newParty } from './new-party';
import { directReason, stage } from './stage';

/** What a complaint is recorded with in every stream; people and the call are asked for apart. */
type Asked = Omit<Required<RecordComplaintInput>, 'parties' | 'callId'>;

/** A field for each part of what is recorded. One that recording gains and nobody asks for is an error of types. */
export const INPUT_FIELDS = {
  channel: chooseName('How it came in', {
    none: 'Not known yet',
    namesOf: ({ channels }) => channels,
  }),
  receivedOn: onDay(
    'The day on which it came in',
    'The law counts from this day, whoever took it, and not from the day on which it is recorded',
  ),
  consent,
  summary: words('What they complain of', {
    missing: 'Write what is complained of: it is what the complaint is.',
    hint: 'In their own words as far as you can. It need not use the word complaint',
  }),
  points: eachLine(
    'Its elements',
    'A line for each, where there are several. Each is answered, and found upheld or not, by itself',
  ),
  serviceId: serviceByName('The service that it is about', 'A part of its name will do'),
  theme: chooseName('What kind of matter it is', { none: 'Not known yet', namesOf: ({ themes }) => themes }),
  complainedAbout: eachLine(
    'Staff who are complained about',
    'A line for each, by the name that they sign in with. They see nothing of it from then on',
  ),
  stage,
  directReason,
} as const satisfies FieldsOf<Asked, RecordSeen>;

/** Whom a complaint is from and about. */
export const PARTY_FIELDS = {
  complainant: newParty('COMPLAINANT', 'Who complains', {
    hint: 'Leave empty what they did not say. Without any name it is anonymous',
    isAside: false,
  }),
  representative: newParty('REPRESENTATIVE', 'Somebody who complains for them', {
    hint: 'An advocate, a solicitor, a councillor, a relative: whoever speaks for somebody else',
  }),
  concerned: newParty('PERSON_CONCERNED', 'Whom it concerns, where that is somebody else', {
    hint: 'Such as a parent in care, for whom a daughter complains',
  }),
  child: newParty('CHILD', 'The child or young person whom it concerns', {
    hint: 'Where they complain themselves, they are who complains, and nothing is written here',
  }),
} as const;
