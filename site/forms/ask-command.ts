import { isPartLost } from '../gateway/part-lost';
import type { Problem } from './problem';

/** That nobody answered: what was typed is kept. */
export const LOST: Problem = {
  field: null,
  says: 'What keeps this does not answer just now. What you wrote is still here: send it again in a minute. What was done already is not done twice.',
};

/** What came of a command: its answer, or what its form says instead, with the status of the page. */
export type Commanded<Answer> =
  | { readonly answer: Answer; readonly problems: readonly []; readonly status: 200 }
  | { readonly answer: null; readonly problems: readonly Problem[]; readonly status: number };

/** Waits for a command. Where nothing answers, its form is shown again with what was typed, and says so. */
export async function askCommand<Answer>(
  asked: Promise<Answer>,
  refused: (answer: Answer) => readonly Problem[],
): Promise<Commanded<Answer>> {
  try {
    const answer = await asked;
    const problems = refused(answer);
    return problems.length === 0
      ? { answer, problems: [], status: 200 }
      : { answer: null, problems, status: 400 };
  } catch (error) {
    if (isPartLost(error)) return { answer: null, problems: [LOST], status: 503 };
    throw error;
  }
}
