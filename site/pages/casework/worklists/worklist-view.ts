import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { countWords } from '../../../../domain/figures/numbers';
import { WAITS_FOR_WORDS } from '../../../../domain/procedure/words';
import { addressOf } from '../../../filters/address';
import { type PagePlace, pageLinks } from '../../../lists/page-place';
import { WORKLISTS_PATH } from '../../../server/navigation';
import type { NameOf } from '../../../server/person-names';
import { complaintHref } from '../../complaints/rows';
import { holderWords, urgencyWords } from '../standing-words';
import type { Known } from '../team/receiver';
import { tickOf } from '../team/ticked';
import type { Line, WorklistShown } from './ask-worklists';
import { LISTS, listNames } from './lists';
import { nextWords } from './next-words';
import { placesToCursor } from './places';
import { STAGES, TAKEN, WAITS, type WorklistQuestion } from './worklist-question';

/** The lists beside each other with their counts; a count that no stream told is none. */
export const tabsOf = ({ list, parameters }: WorklistQuestion, { counts }: WorklistShown) =>
  listNames().map((name) => ({
    text: LISTS[name].name,
    href: addressOf(WORKLISTS_PATH, {}, { ...parameters, list: name }),
    isNow: name === list,
    count: counts.has(name) ? countWords(counts.get(name) ?? 0) : '–',
  }));

const choice = (
  name: string,
  label: string,
  items: readonly { value: string; text: string }[],
  chosen = '',
) => ({
  ...{ name, label },
  items: [{ value: '', text: 'All' }, ...items].map((item) => ({ ...item, isChosen: item.value === chosen })),
});
/** What is offered, with what the address says besides. */
const withGiven = (offered: readonly string[], given: string | undefined): readonly string[] =>
  given === undefined || offered.includes(given) ? offered : [...offered, given];
const upperFirst = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What there is to narrow a list by. */
interface Narrowing {
  readonly streams: readonly string[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly known: Known;
  readonly nameOf: NameOf;
}

/** By what a list can be narrowed, as the address has it. */
export const narrowingsOf = (
  { parameters }: WorklistQuestion,
  { streams, services, known, nameOf }: Narrowing,
) => [
  choice(
    ...(['stream', 'Stream'] as const),
    streams.map((each) => ({ value: each.toUpperCase(), text: streamName(each.toUpperCase()) })),
    parameters.stream,
  ),
  choice(
    ...(['waits', 'Waits for'] as const),
    WAITS.map((value) => ({ value, text: upperFirst(WAITS_FOR_WORDS[value]) })),
    parameters.waits,
  ),
  choice(
    'stage',
    'Stage',
    STAGES.map((value) => ({ value, text: `Stage ${value}` })),
    parameters.stage,
  ),
  choice(
    ...(['taken', 'Taken'] as const),
    TAKEN.map((value) => ({ value, text: value === 'yes' ? 'Taken' : 'Not taken yet' })),
    parameters.taken,
  ),
  choice(
    ...(['person', 'Person'] as const),
    withGiven(known.people, parameters.person).map((value) => ({ value, text: nameOf(value) })),
    parameters.person,
  ),
  choice(
    ...(['group', 'Group'] as const),
    withGiven([...known.groups.keys()], parameters.group).map((value) => ({
      ...{ value, text: known.groups.get(value) ?? 'A group that you are not in' },
    })),
    parameters.group,
  ),
  choice(
    'service',
    'Service',
    services.map(({ id, name }) => ({ value: id, text: name })),
    parameters.service,
  ),
];

/** The rows of a page, and the ways on from it. */
export function listOf(
  question: WorklistQuestion,
  shown: WorklistShown,
  at: { place: PagePlace; nameOf: NameOf },
) {
  const { parameters, list } = question;
  const isWhole = shown.lost.length === 0;
  return {
    rows: shown.lines.map((line) => rowOf(line, shown, at.nameOf)),
    links: pageLinks({
      ...{ path: WORKLISTS_PATH, filter: {}, parameters, place: at.place, rows: shown.lines.length },
      total: isWhole ? (shown.counts.get(list) ?? null) : null,
      pageInfo: { hasNextPage: shown.hasMore, endCursor: placesToCursor(shown.places) },
    }),
  };
}

function rowOf(line: Line, { known: { groups } }: WorklistShown, nameOf: NameOf) {
  const { complaint, ...work } = line.work;
  const known = complaint && {
    ...{
      reference: complaint.reference,
      href: complaintHref(complaint.id),
      stream: streamName(complaint.stream),
    },
    ...{ service: complaint.service, received: complaint.receivedOn && dayWords(complaint.receivedOn) },
  };
  return {
    ...(known ?? { reference: null, href: null, stream: '', service: null, received: null }),
    tick: complaint && tickOf({ id: complaint.id, version: work.version }),
    urgency: urgencyWords(line),
    next: nextWords(work.nextLimit, work.nextDueOn),
    stands: `Stage ${work.stage}: ${work.stateTitle}`,
    waits: upperFirst(WAITS_FOR_WORDS[work.waitsFor]),
    holder: holderWords(work, nameOf, groups),
  };
}
