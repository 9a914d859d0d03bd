import { ombudsmanName, streamName } from '../../../../domain/figures/names';
import { STREAMS } from '../../../filters/parts';
import { textOf } from '../../../forms/fields';
import {
  type OmbudsmanBody,
  RecordEnquiryDocument,
  type RecordEnquiryMutation,
  type RecordEnquiryMutationVariables,
  type Stream,
} from '../../../operations/__generated__/operations';
import { commandForm } from '../../casework/commands/command-form';
import { oneOf } from '../../casework/commands/fields/choices';
import { byDayIf, onDay } from '../../casework/commands/fields/days';
import { type FormField, type Told, wrong } from '../../casework/commands/fields/form-field';
import { wordsIf } from '../../casework/commands/fields/words';

/** What is known before an enquiry is recorded: the day, and the complaint from whose page somebody came. */
export interface RecordSeen {
  readonly today: string;
  readonly ourReference: string;
}

type Recorded = NonNullable<RecordEnquiryMutation['outcome']>;

const BODIES: Readonly<Record<OmbudsmanBody, string>> = {
  LGSCO: ombudsmanName('LGSCO'),
  HOUSING: ombudsmanName('HOUSING'),
};

const line = <Value>(
  label: string,
  hint: Told<RecordSeen>,
  read: (text: string, name: string) => ReturnType<FormField<Value, RecordSeen>['read']>,
): FormField<Value, RecordSeen> => ({
  ...{ shape: 'line', label, hint },
  read: ({ form, name }) => read(textOf(form, name), name),
});

const aboutStream: FormField<Stream | null, RecordSeen> = {
  ...{ shape: 'choose', label: 'Which complaints it is about' },
  hint: 'Where our reference does not tell it',
  shows: () => ({
    items: [
      { value: '', text: 'As the complaint of that reference' },
      ...STREAMS.map((value) => ({ value, text: streamName(value) })),
    ],
  }),
  read: ({ form, name }) => ({ value: STREAMS.find((stream) => stream === textOf(form, name)) ?? null }),
};

/** The form of an enquiry that an ombudsman made. */
export const recordForm = commandForm<RecordSeen, Recorded, RecordEnquiryMutationVariables>(
  { OMBUDSMAN: RecordEnquiryDocument },
  {
    body: oneOf('Which ombudsman', { words: BODIES, missing: 'Choose which ombudsman.' }),
    reference: line('The ombudsman’s reference', 'Such as 24 006 582, or 202305080', (text, name) =>
      text === '' ? wrong(name, 'Write the ombudsman’s reference.') : { value: text },
    ),
    ourReference: {
      ...line<string | null>(
        'Our reference',
        'Of the latest stage, as far as the ombudsman has it',
        (text) => ({
          value: text === '' ? null : text,
        }),
      ),
      begins: (name, { ourReference }) => ({ [name]: ourReference }),
    },
    stream: aboutStream,
    receivedOn: onDay('The day on which it was received'),
    replyDueOn: byDayIf('By when the ombudsman wants the reply', {
      ...{ what: 'the day by which the reply is wanted', hint: 'Left empty, by the council’s own days' },
    }),
    questions: wordsIf('What is asked', 'In short'),
  },
  ['key'],
);
