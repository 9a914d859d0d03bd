import { fieldsWith } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { TypedAction } from './read-action';

/** The fields of what is agreed, with what was typed and what is wrong with it. */
export function actionFields(typed: TypedAction, problems: readonly Problem[]) {
  const field = fieldsWith(typed, problems);
  return {
    what: field('what', 'What is to be done', 'Name nobody.'),
    owner: field('owner', 'Who does it', 'A post, not a person, such as Head of adult social care'),
    due: field('due', 'By which day', 'For example, 31\u00a010\u00a02027'),
    reference: field(
      'reference',
      'The complaint that it is about',
      'Its reference. Leave it empty where it is about none.',
    ),
    state: field('state', 'How it stands'),
    ended: field('ended', 'Done or dropped on', 'Leave it empty while it is to be done.'),
    result: field(
      'result',
      'What came of it, or why it was dropped',
      'Leave it empty while it is to be done. Name nobody.',
    ),
  };
}

/** The states of an action, to choose from. */
export const ACTION_STATES = [
  { value: 'OPEN', text: 'To be done' },
  { value: 'DONE', text: 'Done' },
  { value: 'DROPPED', text: 'Dropped' },
] as const;
