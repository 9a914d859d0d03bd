import { dayFields, readDayFields } from '../../../forms/day-field';
import { fieldsWith, textOf, textsIn } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { AssumedDays } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import { withDays } from '../../casework/entry-words';

/** The days of which somebody may ask what would be, in words. */
const DAYS: Readonly<Record<Exclude<keyof AssumedDays, 'stage'>, string>> = {
  receivedOn: 'It was received',
  acknowledgedOn: 'It was acknowledged',
  answerBy: 'A plan agreed the answer by',
  extendedTo: 'The answer was extended to',
  suspendedOn: 'Its clock was stopped',
  resumedOn: 'Its clock went on',
  statementAgreedOn: 'What is complained of was agreed in writing',
  panelHeldOn: 'The panel met',
  panelReportedOn: 'The panel reported',
};
const isDayName = (name: string): name is keyof typeof DAYS => Object.hasOwn(DAYS, name);

/** Two days at once: a clock that would be stopped would also go on again. */
const PAIRS = [
  { which: 'which', on: 'on', label: 'Which day', onLabel: 'The day as it might be' },
  { which: 'also', on: 'alsoOn', label: 'And which other day, if any', onLabel: 'That day as it might be' },
] as const;

/** The days that a form assumes: none where it was not filled in yet. */
export interface ReadAssumed {
  readonly assume: AssumedDays;
  readonly problems: readonly Problem[];
}

/** Reads which days somebody assumes, and what is wrong with them. */
export function readAssumed(form: Form): ReadAssumed {
  const [first, second] = [readPair(form, PAIRS[0]), readPair(form, PAIRS[1])];
  return {
    assume: { ...first.assume, ...second.assume },
    problems: [...first.problems, ...second.problems],
  };
}

function readPair(form: Form, pair: (typeof PAIRS)[number]): ReadAssumed {
  const [which, on] = [textOf(form, pair.which), pair.on];
  const typed = textsIn(form, dayFields(on));
  if (!isDayName(which)) {
    const isEmpty = Object.values(typed).every((text) => text === '');
    return { assume: {}, problems: isEmpty ? [] : [{ field: on, says: 'Say which day that is.' }] };
  }
  const { day, problem } = readDayFields(typed, on, 'the day as it might be');
  return problem === null ? { assume: { [which]: day }, problems: [] } : { assume: {}, problems: [problem] };
}

/** What the graph has against days, in the words of the form and beside the day that it names first. */
export function refusedDays(says: string, form: Form): Problem {
  const part = /`(\w+)`/.exec(says)?.[1];
  const pair = PAIRS.find(({ which }) => textOf(form, which) === part) ?? PAIRS[0];
  const inWords = says.replace(/`(\w+)`/g, (_, name: string) => `“${isDayName(name) ? DAYS[name] : name}”`);
  return { field: pair.on, says: withDays(inWords) };
}

/** The fields of the form, as it was typed. */
export const assumedFields = (form: Form, problems: readonly Problem[]) =>
  PAIRS.map(({ which, on, label, onLabel }) => {
    const field = fieldsWith({ [which]: textOf(form, which) }, problems);
    return {
      which: field(which, label),
      on: field(on, onLabel),
      items: [
        { value: '', text: 'Choose' },
        ...Object.entries(DAYS).map(([value, text]) => ({ value, text })),
      ],
      typed: textsIn(form, dayFields(on)),
    };
  });
