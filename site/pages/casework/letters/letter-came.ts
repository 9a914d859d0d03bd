import type { Problem } from '../../../forms/problem';
import { isPartLost } from '../../../gateway/part-lost';
import type { LetterCameFragment } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import { refusedBy } from '../commands/came';

/** What a form of a letter says after its command was refused. */
export interface LetterRefusedForm {
  readonly problems: readonly Problem[];
  readonly status: number;
  /** The form as it was typed, with what has to be sent next. */
  readonly form: Form;
  /** Whether somebody else changed the letter meanwhile. */
  readonly isChanged: boolean;
}

/** What is in the way of a command on a letter; null where it was done. `fieldFor` says which field a part of the command is. */
export function refusedLetter(
  came: LetterCameFragment,
  form: Form,
  fieldFor: (part: string) => string | null,
): LetterRefusedForm | null {
  if (came.__typename === 'LetterDone') return null;
  if (came.__typename === 'LetterChanged')
    return {
      ...{ problems: [{ field: null, says: came.message }], status: 409, isChanged: true },
      form: { ...form, version: String(came.letter.version) },
    };
  const part = 'part' in came && came.part !== null && came.part !== 'key' ? fieldFor(came.part) : null;
  const said = part === null ? came : { ...came, part };
  const refused = refusedBy(said, form, () => part);
  return (
    refused && { problems: refused.problems, status: refused.status, form: refused.form, isChanged: false }
  );
}

const LOST =
  'What keeps this does not answer just now. What you wrote is still here: send it again in a minute. What was done already is not done twice.';

/** Waits for a command on a letter; null where nothing answers. */
export async function askLetter(
  asked: Promise<{ readonly outcome: LetterCameFragment | null }>,
): Promise<LetterCameFragment | null> {
  try {
    return (await asked).outcome;
  } catch (error) {
    if (isPartLost(error)) return null;
    throw error;
  }
}

/** What the form says where nothing answered. */
export const lostForm = (form: Form): LetterRefusedForm => ({
  ...{ problems: [{ field: null, says: LOST }], status: 503, form, isChanged: false },
});
