import { londonDayOf } from '../../../../domain/calendar/day';
import { dayWords } from '../../../../domain/figures/days';
import { fieldsWith, textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { LetterShownFragment } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import type { NameOf } from '../../../server/person-names';
import { documentViews } from '../documents/documents-view';
import { lawWords } from '../law-words';
import { textParts } from './letter-text';
import { KIND_WORDS, letterHref, STATUS_WORDS, STEP_WORDS } from './letter-words';

const LEAST_ROWS = 3;
const MOST_ROWS = 16;
/** About as many characters as a line of a field has. */
const LINE = 80;

/** The field of a paragraph. */
export const fieldOf = (part: string): string => `text-${part}`;

/** A letter in a line of a list. */
export const letterLine = (letter: LetterShownFragment, nameOf: NameOf) => ({
  href: letterHref(letter.complaintId, letter.id),
  kind: KIND_WORDS[letter.kind],
  status: STATUS_WORDS[letter.status],
  facts: factsOf(letter, nameOf),
});

/** How far a letter has come, in sentences. */
function factsOf(
  { stage, status, changedBy, changedAt, approvedBy, sentOn, sentHow }: LetterShownFragment,
  nameOf: NameOf,
): string {
  const approved = approvedBy === null ? '' : ` Approved by ${nameOf(approvedBy)}.`;
  if (status === 'SENT')
    return `Stage ${stage}. Sent by ${sentHow === 'EMAIL' ? 'e-mail' : 'post'} on ${dayWords(sentOn)}.${approved}`;
  const on = dayWords(londonDayOf(new Date(changedAt)));
  return `Stage ${stage}. Changed by ${nameOf(changedBy)}, ${on}.${approved}`;
}

/** To whom it goes; what is missing is said. */
export const addresseeView = ({ addressee }: Pick<LetterShownFragment, 'addressee'>) => ({
  name: addressee?.name ?? 'No name is recorded of whom it goes to',
  lines: addressee?.lines.length ? addressee.lines : ['No address is recorded'],
  email: addressee?.email ?? 'No e-mail address is recorded',
});

/** A letter as it is read. */
export const letterView = (letter: LetterShownFragment, nameOf: NameOf) => ({
  ...letterLine(letter, nameOf),
  subject: letter.subject,
  addressee: addresseeView(letter),
  returnedBecause: letter.returnedBecause,
  documents: documentViews(letter.documents, { complaint: letter.complaintId, nameOf }),
  paragraphs: letter.paragraphs
    .filter(({ text }) => text.trim() !== '')
    .map(({ heading, text }) => ({ heading, parts: textParts(text) })),
  gaps: letter.paragraphs.flatMap(({ gaps }) => gaps),
  open: letter.steps.filter(({ whyNot }) => whyNot === null).map(({ step }) => step),
  notNow: letter.steps.flatMap(({ step, whyNot }) =>
    whyNot === null ? [] : [{ title: STEP_WORDS[step], why: whyNot }],
  ),
});

/** The paragraphs of a draft as fields, with what was typed; `now` is what somebody else wrote meanwhile where that is another text. */
export function paragraphFields(
  letter: LetterShownFragment,
  {
    form,
    problems,
    isChanged,
  }: { readonly form: Form | null; readonly problems: readonly Problem[]; readonly isChanged: boolean },
) {
  return letter.paragraphs.map(({ part, heading, text, source, gaps }) => {
    const name = fieldOf(part);
    const typed = form === null ? text : textOf(form, name);
    const hints = [
      ...(source === null ? [] : [`Asked for by ${lawWords(source)}.`]),
      ...(gaps.length === 0 ? [] : ['Put what belongs there in the place of the square brackets.']),
    ];
    const label = heading ?? labelOf(part);
    return {
      field: fieldsWith({ [name]: typed }, problems)(name, label, hints.join(' ') || null),
      rows: Math.min(Math.max(LEAST_ROWS, linesOf(typed) + 1), MOST_ROWS),
      now: isChanged && typed !== text ? text : null,
    };
  });
}

/** What paragraphs without a heading are called where their names do not say it. */
const PART_WORDS: Readonly<Record<string, string>> = {
  RECEIVED: 'What came in',
  POINTS: 'Its elements',
  LONGER: 'If it takes longer',
  CLOSING: 'How it ends',
  REASON: 'Why',
};

/** `ANSWER_BY` is "Answer by". */
const labelOf = (part: string): string => {
  const said = PART_WORDS[part];
  if (said !== undefined) return said;
  const words = part.replaceAll('_', ' ').toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
