import type { CaseEvent as Event } from '../../../../domain/procedure/events';
import { EVENT_WORDS, ROLE_WORDS } from '../../../../domain/procedure/words';
import type { CaseEvent, CaseRole } from '../../../operations/__generated__/operations';
import { type Law, lawWords } from '../law-words';
import type { CaseSeen } from './case-seen';

/** Something that cannot be done to a complaint just now, and why. */
export interface NotNow {
  readonly event: CaseEvent;
  readonly title: string;
  readonly why: string;
}

/** What people call an event: `HAND_BACK` is "Hand it back". */
export function eventTitle(event: CaseEvent): string {
  const name = event.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return isEvent(name) ? EVENT_WORDS[name] : event;
}

const isEvent = (name: string): name is Event => Object.hasOwn(EVENT_WORDS, name);

const isRole = (name: string): name is keyof typeof ROLE_WORDS => Object.hasOwn(ROLE_WORDS, name);
export const rolesWords = (roles: readonly CaseRole[]): string =>
  roles
    .map((role) => role.toLowerCase())
    .map((role) => (isRole(role) ? ROLE_WORDS[role] : role))
    .join(' or ');

/** What never is done by hand on a page of a complaint. */
const NEVER: readonly CaseEvent[] = ['RECORD', 'TAKE_OVER', 'REDATE'];

/** How a complaint stands, and the version of the procedure that it follows. */
interface Standing extends Pick<CaseSeen, 'version'> {
  readonly live: Pick<CaseSeen['live'], 'permitted' | 'stateTitle'>;
}

/** All that the procedure knows of this stage and that is not open to the person as the complaint stands, each with why. */
export function notNow({ live, version }: Standing): NotNow[] {
  const closed = live.permitted.filter(({ isOpenToCaller }) => !isOpenToCaller);
  const permitted = live.permitted.map(({ event }) => event);
  const others = (version?.events ?? []).filter(
    ({ event }) => !permitted.includes(event) && !NEVER.includes(event),
  );
  const titles = new Map(version?.states.map(({ name, title }) => [name, title]));
  return [
    ...closed.map(({ event, roles }) => ({ event, why: `For ${rolesWords(roles)} to do.` })),
    ...[...new Set(others.map(({ event }) => event))].map((event) => {
      const rules = others.filter((rule) => rule.event === event);
      const from = [...new Set(rules.flatMap((rule) => rule.from))].map((name) => titles.get(name) ?? name);
      const roles = [...new Set(rules.flatMap((rule) => rule.roles))];
      return { event, why: `${stateWords(from, live.stateTitle)} For ${rolesWords(roles)} to do.` };
    }),
  ].map(({ event, why }) => ({ event, title: eventTitle(event), why }));
}

function stateWords(from: readonly string[], now: string): string {
  const where = from.map((title) => `“${title}”`);
  if (where.length === 0) return `In no state of this stage; now it stands at “${now}”.`;
  return `Only where it stands at ${listed(where)}; now it stands at “${now}”.`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** What has to be so before an event, and where that is written. */
export function needsOf({ version, live }: Standing, event: CaseEvent) {
  const rule = version?.events.find((each) => each.event === event);
  const source: Law | null =
    rule?.source ?? live.permitted.find((each) => each.event === event)?.source ?? null;
  return {
    needs: (rule?.needs ?? []).map(({ text, source: law }) => ({ text, law: lawWords(law) })),
    law: source && lawWords(source),
  };
}
