import { dayWords } from '../../../domain/figures/days';
import { BASIS_WORDS, WAITS_FOR_WORDS } from '../../../domain/procedure/words';
import type { LiveProcedureShownFragment } from '../../operations/__generated__/operations';

type Version = LiveProcedureShownFragment['versions'][number];
type Law = Version['source'];
type Role = Version['events'][number]['roles'][number];

/** Before the oldest records: a version of which nobody says when it began. */
const OLDEST = '2000-01-01';

/** What the page shows of the procedure that live complaints follow: the versions of today first, earlier ones apart. */
export function liveView({ versions }: LiveProcedureShownFragment, today: string) {
  const holds = ({ inForceFrom, inForceTo }: Version) =>
    inForceFrom <= today && (inForceTo === null || today <= inForceTo);
  const isOver = ({ inForceTo }: Version) => inForceTo !== null && inForceTo < today;
  const earlier = versions.filter(isOver).map((version) => {
    const stage = stageView(version);
    // Nothing on the page may have the name of another part of it.
    return { ...stage, title: `${stage.title}, for ${stage.holds}` };
  });
  return { stages: versions.filter(holds).map(stageView), earlier };
}

const stageView = (version: Version) => ({
  id: `live-${version.stage}-${version.inForceFrom}`,
  title: version.title,
  answeredBy: version.answeredBy,
  holds: holdsWords(version),
  law: lawWords(version.source),
  next: version.next.join('; or '),
  limits: version.limits.map(({ title, text, source }) => ({ title, text, law: lawWords(source) })),
  states: version.states.map(({ name, title, waitsFor, isEnded }) => ({
    title,
    waitsFor: isEnded ? 'nobody: it is over' : WAITS_FOR_WORDS[waitsFor],
    team: allowed(version, name, 'OFFICER'),
    manager: allowed(version, name, 'MANAGER'),
  })),
  asked: askedFor(version),
});

const allowed = ({ events }: Version, state: string, role: Role): readonly string[] =>
  events
    .filter(({ from, roles }) => from.includes(state) && roles.includes(role))
    .map(({ title }) => title.toLowerCase());

/** What rests on law or has its conditions; the rest is good order, and stands with the states alone. */
const askedFor = ({ events }: Version) =>
  events.flatMap(({ title, leadsTo, needs, source }) => {
    const laws = [...(source === null ? [] : [source]), ...needs.map((need) => need.source)].map(lawWords);
    if (laws.length === 0) return [];
    return [{ title, leadsTo, needs: needs.map(({ text }) => text), laws: [...new Set(laws)] }];
  });

const lawWords = ({ law, paragraph, basis }: Law): string => `${law}, ${paragraph} (${BASIS_WORDS[basis]})`;

function holdsWords({ inForceFrom, inForceTo }: Version): string {
  const from = inForceFrom <= OLDEST ? '' : `from ${dayWords(inForceFrom)}`;
  const to = inForceTo === null ? '' : `until ${dayWords(inForceTo)}`;
  return from === '' && to === ''
    ? 'whatever is received'
    : `what is received ${[from, to].join(' ').trim()}`;
}
