import { addDays, type Day, isDay } from '../../../domain/calendar/day';
import { deprecation } from '../../../gateway/dictionary/entry';
import { publicParts, publicSchema } from '../public-schema';
import { CALLERS, type Change } from './change';

/** How long a name that is to go answers at least. */
const NOTICE_DAYS = 182;

/** The reasons of what is deprecated in a schema, by part. */
export const deprecatedIn = (graph: string): ReadonlyMap<string, string> =>
  new Map(
    publicParts(publicSchema(graph)).flatMap(({ name, deprecated }) =>
      deprecated === null ? [] : [[name, deprecated] as const],
    ),
  );

/** The day on which something deprecated goes, as its reason says it; null where it does not. */
export function goesOn(reason: string): Day | null {
  const day = deprecation(reason)?.goesOn ?? '';
  return isDay(day) ? day : null;
}

/** What was deprecated since, without a day or at too short notice. */
export function newDeprecations(before: string, after: string, today: Day): Change[] {
  const known = deprecatedIn(before);
  return [...deprecatedIn(after)].flatMap(([part, reason]): Change[] => {
    if (known.has(part)) return [];
    const day = goesOn(reason);
    const wrong =
      day === null
        ? 'names no day from which it goes'
        : day < addDays(today, NOTICE_DAYS)
          ? `goes on ${day}, in less than six months`
          : null;
    return wrong === null
      ? []
      : [{ kind: 'breaking', part, concerns: [CALLERS], what: `'${part}' is deprecated, and ${wrong}.` }];
  });
}

/** What went as it was announced surprises nobody who read it; what goes before its day breaks a promise. */
export function heedingNotice(change: Change, before: ReadonlyMap<string, string>, today: Day): Change {
  const reason = before.get(change.part);
  if (reason === undefined || change.kind !== 'breaking') return change;
  const day = goesOn(reason);
  if (day === null) return change;
  return day <= today
    ? { ...change, kind: 'dangerous', what: `${change.what} It went as announced, on ${day} or later.` }
    : { ...change, what: `${change.what} It was promised until ${day}.` };
}
