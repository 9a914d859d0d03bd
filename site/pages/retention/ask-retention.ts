import { ownOf } from '../../../platform/tables/own-of';
import { STREAMS } from '../../filters/parts';
import { askCommand, type Commanded } from '../../forms/ask-command';
import { NotFound } from '../../server/not-found';
import { problemsIn } from '../restricted/commands';
import { type Asked, COMMANDS } from './commands';

const isStream = (stream: string): boolean => STREAMS.some((each) => each === stream);
const NO_STREAM = { field: 'stream', says: 'Choose which stream.' };

/** Does what a form's address says, or tells what is wrong with the form. Throws `NotFound` for what there is not. */
export async function askRetention(action: string, asked: Asked): Promise<Commanded<object>> {
  const command = ownOf(COMMANDS, action);
  if (command === undefined) throw new NotFound();
  if (!isStream(asked.stream)) return { answer: null, problems: [NO_STREAM], status: 400 };
  const commanded = command(asked);
  if ('problems' in commanded) return { answer: null, problems: commanded.problems, status: 400 };
  return askCommand(commanded.answer, (answer) => problemsIn(answer, `${action}-`));
}
