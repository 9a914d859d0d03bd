import { textOf } from '../../../../forms/fields';
import type {
  AdultsComplaintInput,
  ChildrensComplaintInput,
  SchoolsComplaintInput,
} from '../../../../operations/__generated__/operations';
import { oneOf } from '../../commands/fields/choices';
import { type FieldsOf, type FormField, type Told, wrong } from '../../commands/fields/form-field';
import type { RecordSeen } from '../record-seen';

type OwnFields<Taken> = FieldsOf<Required<Taken>, RecordSeen>;
const LONGEST = 200;

/** A line that may be left out. */
const lineIf = (label: string, hint: Told<RecordSeen>): FormField<string | null, RecordSeen> => ({
  ...{ shape: 'line', label, hint },
  read: ({ form, name }) => {
    const said = textOf(form, name);
    return said.length > LONGEST
      ? wrong(name, `Write ${LONGEST} characters at most.`)
      : { value: said === '' ? null : said };
  },
});

/** Yes, no, or nothing said. */
const yesNoIf = (label: string): FormField<boolean | null, RecordSeen> => ({
  ...oneOf<'yes' | 'no', RecordSeen>(label, { words: { yes: 'Yes', no: 'No' }, missing: '' }),
  read: ({ form, name }) => {
    const said = textOf(form, name);
    return { value: said === 'yes' ? true : said === 'no' ? false : null };
  },
});

/** What adults' complaints alone have. */
export const ADULTS_FIELDS: OwnFields<AdultsComplaintInput> = {
  provider: lineIf('Who provides the care', 'A care home, an agency, or the council'),
};

/** What children's complaints alone have. */
export const CHILDRENS_FIELDS: OwnFields<ChildrensComplaintInput> = {
  childAgeBand: lineIf(
    'The age of the child',
    'In years, or a band such as 10-15, where no day of birth is known',
  ),
  childLookedAfter: yesNoIf('Does the council look after the child?'),
};

/** What schools' complaints alone have. */
export const SCHOOLS_FIELDS: OwnFields<SchoolsComplaintInput> = {
  schoolName: lineIf('The school', 'Its name'),
  schoolUrn: lineIf('The URN of the school', 'Six digits, where you know it'),
};
