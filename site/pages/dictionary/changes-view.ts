import { dayWords } from '../../../domain/figures/days';
import { groupBy } from '../../../platform/tables/group-by';
import type { Dictionary } from './read-dictionary';

type Change = Dictionary['changes']['changes'][number];

/** What was accepted together: when and why, what somebody may have to act on, and what nobody has to. */
interface AcceptedChanges {
  readonly day: string;
  readonly reason: string;
  readonly told: readonly Change[];
  readonly safe: readonly Change[];
}

/** The changes by their day and reason, in the order of the list. */
export function changesView({ changes }: Dictionary['changes']): AcceptedChanges[] {
  const together = groupBy(changes, ({ date, reason }) => JSON.stringify([date, reason]));
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      ...{ day: dayWords(first.date), reason: first.reason },
      told: group.filter(({ kind }) => kind !== 'safe'),
      safe: group.filter(({ kind }) => kind === 'safe'),
    };
  });
}
