import { dayWords } from '../../../../domain/figures/days';
import { countWords } from '../../../../domain/figures/numbers';
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

/** The agenda of a closed meeting, as its people saw it. */
export function keptView({ asAt, countedFrom, seenBy, seenAt, figures }: KeptAgenda) {
  const parts = [...new Set(figures.map(({ part }) => part))];
  return {
    ...{ asAt: dayWords(asAt), countedFrom: dayWords(countedFrom), seenBy },
    seenOn: dayWords(seenAt.slice(0, 10)),
    sections: parts.map((part) => {
      const own = figures.filter((figure) => figure.part === part);
      return {
        ...{ part, heading: HEADINGS[part], figures: own.map(figureWords) },
        listed: [...new Set(own.flatMap(({ listed }) => listed))].map((id) => ({
          id,
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
