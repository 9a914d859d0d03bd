import { dayWords } from '../../../../domain/figures/days';
import { countWords } from '../../../../domain/figures/numbers';
import type { Lines, Listed } from '../../complaints/lines';
import { caseHref, complaintHref } from '../../complaints/rows';
import type { AskedMeeting } from '../ask-meeting';
import { actionPath } from '../paths';
import { type AgendaFigure, HEADINGS } from './agenda';

type KeptAgenda = NonNullable<AskedMeeting['agenda']>;

/** A figure as a page shows it. */
export interface FigureWords {
  readonly label: string;
  readonly words: string;
  readonly exact: string;
  readonly href: string | null;
}

/** A page of this site; what was kept is never taken for another's address. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])/.test(path);

/** A figure in words, leading to its list. */
export const figureWords = ({
  label,
  count,
  inWords,
  path,
}: Pick<AgendaFigure, 'label' | 'count' | 'inWords' | 'path'>): FigureWords => ({
  label,
  words: count === null ? (inWords ?? '') : countWords(count),
  exact: count === null ? '' : String(count),
  href: path !== null && isOwnPath(path) ? path : null,
});

/** What ids begin with, and what they are of. */
const KINDS = {
  corporate: 'CorporateComplaint',
  adults: 'AdultsComplaint',
  childrens: 'ChildrensComplaint',
  schools: 'SchoolsComplaint',
  ombudsman: 'OmbudsmanCase',
} as const;
const isKind = (text: string): text is keyof typeof KINDS => Object.hasOwn(KINDS, text);

/** The complaints and cases that were listed, to ask what is known of them. */
export const listedIn = ({ figures }: Pick<KeptAgenda, 'figures'>): Listed[] =>
  [...new Set(figures.flatMap(({ listed }) => listed))].flatMap((id) => {
    const [kind = ''] = id.split('-');
    return isKind(kind) ? [{ __typename: KINDS[kind], id }] : [];
  });

/** The agenda of a closed meeting, as its people saw it; what was listed bears the reference that it has now. */
export function keptView({ asAt, countedFrom, seenBy, seenAt, figures }: KeptAgenda, lines: Lines) {
  const parts = [...new Set(figures.map(({ part }) => part))];
  return {
    ...{ asAt: dayWords(asAt), countedFrom: dayWords(countedFrom), seenBy },
    seenOn: dayWords(seenAt.slice(0, 10)),
    sections: parts.map((part) => {
      const own = figures.filter((figure) => figure.part === part);
      return {
        ...{ part, heading: HEADINGS[part], figures: own.map(figureWords) },
        listed: [...new Set(own.flatMap(({ listed }) => listed))].map((id, index) => ({
          name:
            lines.complaints.get(id)?.reference ??
            lines.cases.get(id)?.caseReference ??
            `number ${index + 1}`,
          href: hrefOf(part, id),
        })),
      };
    }),
  };
}

/** The page of something that was listed in a part. */
function hrefOf(part: AgendaFigure['part'], id: string): string {
  if (part === 'AGREED_BEFORE') return actionPath(id);
  return part === 'REMEDIES_DUE' ? caseHref(id) : complaintHref(id);
}
