import { dayFields, dayTyped, readDayFields } from '../../../forms/day-field';
import { fieldsWith, textOf, textsIn } from '../../../forms/fields';
import type {
  HousingFinding,
  LgscoDecision,
  OmbudsmanDecisionInput,
  OmbudsmanFindingInput,
} from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import { type FormField, wrong } from '../../casework/commands/fields/form-field';
import type { EnquirySeen } from './enquiry-seen';
import { HOUSING_WORDS, LGSCO_WORDS } from './words';

const FINDINGS = 5;
const isLgsco = (text: string): text is LgscoDecision => Object.hasOwn(LGSCO_WORDS, text);
const isHousing = (text: string): text is HousingFinding => Object.hasOwn(HOUSING_WORDS, text);
const itemsOf = (words: Readonly<Record<string, string>>) => [
  { value: '', text: 'Choose' },
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
];

/** What an ombudsman decided: the LGSCO by one of its decisions, the Housing Ombudsman by its findings. */
export const decision: FormField<OmbudsmanDecisionInput, EnquirySeen> = {
  ...{ shape: 'decision', label: 'What was decided' },
  parts: { on: '-on', decision: '-decision', lgscoDecision: '-lgsco', findings: '', words: '-words' },
  begins: (name, { today }) => dayTyped(`${name}-on`, today),
  shows: ({ form, name, about, problems }) => {
    const field = fieldsWith(
      Object.fromEntries(Object.keys(form).map((each) => [each, textOf(form, each)])),
      problems,
    );
    return {
      isLgsco: about.work.body === 'LGSCO',
      on: field(`${name}-on`, 'The day of the decision'),
      typed: textsIn(form, dayFields(`${name}-on`)),
      decision: field(`${name}-decision`, 'The decision in the ombudsman’s own words', 'Without names'),
      lgsco: field(`${name}-lgsco`, 'Which of its decisions that is'),
      lgscoItems: itemsOf(LGSCO_WORDS),
      rows: rowsOf(form, name).map((row, index) => ({ ...row, row: index + 1 })),
      categories: itemsOf(HOUSING_WORDS),
      words: field(`${name}-words`, 'What else was said, in short'),
    };
  },
  read: ({ form, name, about }) => {
    const { day, problem } = readDayFields(
      textsIn(form, dayFields(`${name}-on`)),
      `${name}-on`,
      'the day of the decision',
    );
    if (problem !== null) return { problem };
    const [said, words] = [textOf(form, `${name}-decision`), textOf(form, `${name}-words`) || null];
    if (said === '') return wrong(`${name}-decision`, 'Write the decision in the ombudsman’s own words.');
    const lgsco = textOf(form, `${name}-lgsco`);
    if (about.work.body === 'LGSCO')
      return isLgsco(lgsco)
        ? { value: { on: day, decision: said, lgscoDecision: lgsco, words } }
        : wrong(`${name}-lgsco`, 'Choose which of its decisions that is.');
    const findings = readFindings(form, name);
    return findings === null
      ? wrong(name, 'Say of each finding what it is and of which kind, or leave its row empty.')
      : { value: { on: day, decision: said, findings, words } };
  },
};

const rowsOf = (form: Form, name: string) =>
  Array.from({ length: FINDINGS }, (_, index) => ({
    issue: textOf(form, `${name}-${index + 1}-issue`),
    finding: textOf(form, `${name}-${index + 1}-finding`),
    category: textOf(form, `${name}-${index + 1}-category`),
  }));

/** The findings that were typed; null where one is half. */
function readFindings(form: Form, name: string): OmbudsmanFindingInput[] | null {
  const typed = rowsOf(form, name).filter((row) => Object.values(row).some((text) => text !== ''));
  const whole = typed.flatMap(({ issue, finding, category }) =>
    finding !== '' && isHousing(category) ? [{ issue: issue || null, finding, category }] : [],
  );
  return whole.length === typed.length ? whole : null;
}
