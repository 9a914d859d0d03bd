import { dayWords } from '../../../../../domain/figures/days';
import { lawWords } from '../../law-words';
import type { CaseSeen } from '../case-seen';

/** The open limit of the latest stage by its name; undefined where it has none. */
const limitOf = ({ deadlines, live }: CaseSeen, name: string) =>
  deadlines.findLast((limit) => limit.name === name && limit.stage === live.stage && limit.metOn === null);

/** By when the law wants it: "In time until 4 May 2026 (the Code, paragraph 6.3)". Null where nothing sets a day. */
export const dueWords =
  (name: string) =>
  (about: CaseSeen): string | null => {
    const limit = limitOf(about, name);
    if (limit === undefined || limit.dueOn === null) return null;
    return `In time until ${dayWords(limit.dueOn)}. ${lawWords(limit.source)}`;
  };

/** Limits of the latest stage that wait for something, to choose from. */
export const openLimits = ({ deadlines, live }: CaseSeen) =>
  deadlines
    .filter(
      ({ stage, metOn, dueOn, name }) =>
        stage === live.stage && metOn === null && dueOn !== null && name !== NEXT,
    )
    .map(({ name, title, dueOn }) => ({ value: name, text: `${title}, by ${dayWords(dueOn)}` }));

/** How long a complainant may think about the next stage is nothing to extend. */
const NEXT = 'NEXT_STAGE';

/** To which day each open limit can be extended, and what the law says. */
export const extendableWords = (about: CaseSeen): string => {
  const told = about.deadlines
    .filter(({ stage, metOn }) => stage === about.live.stage && metOn === null)
    .flatMap(({ title, extendableTo }) =>
      extendableTo === null ? [] : [`“${title}” to ${dayWords(extendableTo)} at the latest.`],
    );
  return told.length === 0
    ? 'The rule sets no number of days: what was agreed with the complainant counts, and is recorded before the limit is over.'
    : `${told.join(' ')} Longer, or a second time, only for a good reason, where the rule knows any.`;
};
