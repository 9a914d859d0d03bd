import type { LiveStage, OwnValues } from '../../casework/live/live-stage';
import type { CasePartyRow } from '../../casework/live/tables';
import { daysBetween, toDay } from '../../domain/calendar/day';
import type { Appointment } from '../../domain/procedure/events';

const DAYS_OF_A_YEAR = 365.25;

/**
 * What the timeline of a live complaint says in the fields that a children's complaint alone has: the advocate and the panel, the
 * child, who looked into it, and what was found of each element. What was said before stays until it is said anew.
 */
export function liveOwn(live: LiveStage): OwnValues {
  const { stage, entry } = live;
  const isHere = entry.stage === stage.number;
  return {
    ...(isHere && entry.facts.event === 'arrangeAdvocate' ? { advocateOffered: 'true' } : {}),
    ...(stage.panelHeldOn === null ? {} : { panelHeldOn: stage.panelHeldOn }),
    ...(stage.panelReportedOn === null ? {} : { findingsOn: stage.panelReportedOn }),
    ...ofChild(live),
    ...named('investigatingOfficer', appointed(live, 'INVESTIGATING_OFFICER')),
    ...named('independentPerson', appointed(live, 'INDEPENDENT_PERSON')),
    ...(stage.panel.length === 0 ? {} : { panel: JSON.stringify(stage.panel.map((id) => nameOf(live, id))) }),
    ...(isHere ? elementsOf(live) : {}),
  };
}

const named = (field: string, value: string | null): OwnValues => (value === null ? {} : { [field]: value });

function appointed({ stage, ...live }: LiveStage, as: Appointment): string | null {
  const who = stage.appointed.findLast((one) => one.as === as);
  return who === undefined ? null : nameOf(live, who.person);
}

/** The name under which somebody is kept with the complaint; their id where none is. */
const nameOf = ({ parties }: Pick<LiveStage, 'parties'>, person: string): string =>
  parties.find((party) => party.person === person)?.surname ?? person;

/** The child's age when the stage was received: what retention goes by. */
function ofChild({ parties, stage }: LiveStage): OwnValues {
  const born = parties.find(({ kind }) => kind === 'CHILD')?.born_on ?? null;
  return born === null ? {} : { childAgeBand: String(ageOn(born, stage.receivedOn)) };
}

const ageOn = (born: CasePartyRow['born_on'] & string, day: LiveStage['stage']['receivedOn']): number =>
  Math.max(0, Math.floor(daysBetween({ from: toDay(born), to: day }) / DAYS_OF_A_YEAR));

/**
 * What was just found of each element, in the words that were written: shown of an investigation and a panel, which officers
 * alone report and answer. A manager answers at stage 1, and writes nobody's people; what they find of elements stands in
 * the timeline, its words guarded as an account is.
 */
function elementsOf({ entry, words }: LiveStage): OwnValues {
  const found = 'findings' in entry.facts ? entry.facts.findings : [];
  if (found.length === 0) return {};
  const elements = found.map(({ point, finding }) => ({
    description: words.find(({ part }) => part === `POINT_${point}`)?.words ?? null,
    outcome: finding,
  }));
  return { elements: JSON.stringify(elements) };
}
