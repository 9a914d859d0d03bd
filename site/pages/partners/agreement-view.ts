import { londonMomentOf } from '../../../domain/calendar/day';
import { dayWords, shortDayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { type PagePlace, pageLinks } from '../../lists/page-place';
import type {
  AgreementKeyLineFragment,
  AgreementLineFragment,
  PartnerRequestLineFragment,
} from '../../operations/__generated__/operations';
import { momentWords } from './webhook-view';

const STATES = {
  TO_COME: { text: 'To come', colour: 'blue' },
  IN_FORCE: { text: 'In force', colour: 'green' },
  OVER: { text: 'Over', colour: 'grey' },
  ENDED: { text: 'Ended', colour: 'red' },
} as const;
const KEY_STATES = {
  LIVE: { text: 'Live', colour: 'green' },
  EXPIRED: { text: 'Expired', colour: 'grey' },
  REVOKED: { text: 'Revoked', colour: 'red' },
} as const;
const PARTS = {
  FIGURES: 'figures of its own complaints and cases',
  CASES: 'its own complaints and ombudsmen’s cases one by one, without people',
  EVENTS: 'that something of them changed: ids and kinds',
} as const;

/** The day of a moment, in London: "29 Nov 2026". */
const dayOf = (at: string): string => shortDayWords(londonMomentOf(new Date(at))?.day ?? null);

/** An agreement in plain words. */
export function agreementView({
  state,
  streams,
  parts,
  smallNumbersBelow,
  ...agreement
}: AgreementLineFragment) {
  const { partner, version, name, purpose, lawfulBasis } = agreement;
  return {
    ...{ partner, version, name, purpose, lawfulBasis, state: STATES[state], isEnded: state === 'ENDED' },
    isTold: state === 'IN_FORCE' && parts.includes('EVENTS'),
    takesSandbox: state === 'IN_FORCE' || state === 'TO_COME',
    href: `/administration/partners/${encodeURIComponent(partner)}`,
    opens: parts.map((part) => PARTS[part]),
    streams: streams.length === 0 ? 'none' : streams.map((stream) => streamName(stream)).join(', '),
    smallNumbers:
      smallNumbersBelow === null
        ? 'All numbers are shown'
        : `Numbers from 1 to ${smallNumbersBelow - 1} are not shown`,
    days: `${dayWords(agreement.startsOn)} to ${dayWords(agreement.endsOn)}`,
    endsOn: shortDayWords(agreement.endsOn),
    signed: `${agreement.signedForCouncil}, for the council; ${agreement.signedForPartner}, for the partner`,
    made: `Version ${version}, ${dayOf(agreement.madeAt)} by ${agreement.madeBy}`,
    ended:
      agreement.endedAt === null
        ? null
        : `${dayOf(agreement.endedAt)} by ${agreement.endedBy ?? 'nobody named'}: ${agreement.endedBecause ?? ''}`,
  };
}

/** A key of a partner as pages show it. */
export const agreementKeyView = ({ state, ...key }: AgreementKeyLineFragment) => ({
  ...{ id: key.id, name: key.name, isSandbox: key.isSandbox, state: KEY_STATES[state] },
  expires: dayOf(key.expiresAt),
  lastUsed: key.lastUsedAt === null ? 'Never' : dayOf(key.lastUsedAt),
});

/** What became of a request, by the status that it was answered with. */
const WORDS_OF_STATUS: Readonly<Record<number, string>> = {
  200: 'Answered',
  400: 'Refused: not understood',
  401: 'Refused: no agreement in force',
  403: 'Refused: not agreed',
  429: 'Refused: too often',
  503: 'Not answered',
};

const requestView = ({ id, at, credential, byKey, door, asked, status }: PartnerRequestLineFragment) => ({
  ...{ id, by: `${credential}${byKey ? ' (key)' : ''}` },
  at: momentWords(at),
  asked: asked.length === 0 ? door : asked.join(', '),
  became: WORDS_OF_STATUS[status] ?? `Status ${status}`,
});

interface RequestPage {
  readonly totalCount: number | null;
  readonly edges: readonly { readonly node: PartnerRequestLineFragment | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** One page of what was asked under an agreement; null where it could not be asked for. */
export function requestsView(requests: RequestPage | null, path: string, place: PagePlace) {
  if (requests === null) return null;
  const rows = requests.edges.flatMap(({ node }) => (node === null ? [] : [requestView(node)]));
  const links = pageLinks({
    ...{ path, place, rows: rows.length, total: requests.totalCount, pageInfo: requests.pageInfo },
    ...{ filter: {}, parameters: {} },
  });
  return { rows, links };
}
