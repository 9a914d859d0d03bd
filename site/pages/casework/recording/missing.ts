import { type Draft, stepOf } from '../../../drafts/draft';
import { textOf } from '../../../forms/fields';
import { isNamed } from './fields/new-party';
import type { RecordSeen } from './record-seen';
import { STEP_NAMES, STEPS, type StepName } from './steps';

/** Something that good order would have, and that recording does not wait for. */
export interface Wanted {
  readonly says: string;
  readonly step: StepName;
}

const REACHED_BY = ['telephone', 'email', 'address'];

/** What is not said of who complains. */
function ofPeople({ form, stream }: RecordSeen): string[] {
  const says = (part: string) => textOf(form, `complainant-${part}`) !== '';
  const isChild = stream === 'CHILDRENS' && !isNamed(form, 'child') && !says('bornOn-year');
  return [
    ...(says('surname') || says('forename') ? [] : ['Nobody is named who complains: it is anonymous.']),
    ...(REACHED_BY.some(says) ? [] : ['No way is known to answer them: no telephone, e-mail or address.']),
    ...(isChild ? ['The child whom it concerns is not named.'] : []),
  ];
}

const ofMatter = ({ form }: RecordSeen): string[] => [
  ...(textOf(form, 'serviceId') === '' ? ['No service is named: nobody can be given it by that.'] : []),
  ...(textOf(form, 'theme') === ''
    ? ['It is not said what kind of matter it is, so figures do not know.']
    : []),
];

/** What is missing in good order, each with the step that asks for it. */
export function wantedIn(seen: RecordSeen): Wanted[] {
  const at = (step: StepName, found: readonly string[]) => found.map((says) => ({ says, step }));
  const channel = textOf(seen.form, 'channel') === '' ? ['It is not said how it came in.'] : [];
  return [...at('came', channel), ...at('who', ofPeople(seen)), ...at('what', ofMatter(seen))];
}

/** Steps of which two tabs wrote different things, and nobody has chosen yet. */
export const tornSteps = (draft: Draft): Wanted[] =>
  STEP_NAMES.filter((step) => stepOf(draft, step).apart.length > 0).map((step) => ({
    says: `Two tabs wrote different things at “${STEPS[step].title}”. Choose what holds, and save it.`,
    step,
  }));
