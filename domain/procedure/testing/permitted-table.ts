import { CASE_ROLES, EVENTS } from '../events';
import type { StageVersion } from '../stage-version';
import { limitInWords } from '../words';

/** Of each state, `BEGINNING` for before there is one: who may do what, in the order in which events are declared. */
export function permittedTable({ states, events }: StageVersion): Record<string, Record<string, string>> {
  const rows = ['BEGINNING', ...states.map(({ name }) => name)].map((state) => {
    const rules = events.filter(({ from }) =>
      state === 'BEGINNING' ? from.length === 0 : from.includes(state),
    );
    const of = (role: (typeof CASE_ROLES)[number]) =>
      EVENTS.filter((event) => rules.some((rule) => rule.event === event && rule.roles.includes(role))).join(
        ' ',
      );
    return [state, Object.fromEntries(CASE_ROLES.map((role) => [role, of(role)]))] as const;
  });
  return Object.fromEntries(rows);
}

/** The limits of a stage, each in a line with where it is written. */
export const limitLines = ({ limits }: StageVersion): string[] =>
  limits.map(
    (limit) => `${limit.name}: ${limitInWords(limit)} [${limit.source.law}, ${limit.source.paragraph}]`,
  );
