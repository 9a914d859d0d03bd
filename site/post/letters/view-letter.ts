import { filterTags } from '../../filters/tags';
import type { Asking } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { askPage, standsWords } from '../../pages/figures/asked-page';
import type { AskedPage } from '../../pages/figures/read-page';
import type { ReachMakers } from '../../pages/reach';
import { SMALL_NUMBERS_NOTE } from '../protect-small';
import type { SubscribedPage } from '../subscribed-page';
import type { Letter } from './letter';
import { Unreadable } from './unreadable';
import { askFigureRows, type FigureRows } from './view-figures';
import { askViewPlace, type ViewPlace } from './view-place';

/**
 * The figures of a saved view, as a letter. All of its words are ours or the council's: what the view was called and what its
 * address says beside them stay on the site. Throws `Unreadable` where it can be told no more, and `GatewayRefusal` where it
 * cannot now.
 */
export async function askViewLetter(
  makers: ReachMakers,
  { page, href }: { readonly page: SubscribedPage; readonly href: string },
  asking: Asking,
): Promise<Letter> {
  const [place, asked] = await Promise.all([
    askViewPlace(makers.gateway, page, asking),
    askPage(makers, page.query, asking),
  ]);
  checkRead(asked);
  const figures = await askFigureRows(makers.gateway, { page, place, asked }, asking);
  return letterOf({ place, asked, figures, href });
}

/** Throws where the view’s words are not all known to be the council’s own. */
function checkRead({ reach, problems }: AskedPage): void {
  if (reach.isLost || Object.values(reach.choices).includes(null))
    throw new GatewayRefusal('UNREACHABLE', 'The names of a view cannot be had');
  if (problems.length > 0)
    throw new Unreadable(
      'Something that the view is narrowed by is not there any more, or was never. Open it, choose anew, and save it.',
    );
}

interface Told {
  readonly place: ViewPlace;
  readonly asked: AskedPage;
  readonly figures: FigureRows;
  readonly href: string;
}

function letterOf({ place, asked, figures, href }: Told): Letter {
  const { period, reach } = asked;
  const name = figures.title ?? place.name;
  const tags = filterTags('/', asked.filter).filter(({ part }) => !place.fixed.includes(part));
  const narrowed = tags.map(({ name: part, value }) => `${part}: ${value}`);
  return {
    subject: `${name}: complaints, ${period.label}`,
    paragraphs: [
      ...(place.kind === null ? [] : [place.kind]),
      ...(narrowed.length === 0 ? [] : [`Narrowed by ${narrowed.join('; ')}.`]),
      standsWords(period, reach),
    ],
    table: {
      caption: `Figures for ${period.label}`,
      heads: ['Figure', 'Value', 'Of how many, and beside what'],
      rows: figures.rows,
    },
    notes: [
      ...(figures.isAnySmall ? [SMALL_NUMBERS_NOTE] : []),
      ...(figures.isPartial ? ['The records end within this period: what there is of it is counted.'] : []),
    ],
    links: [{ text: 'Open this view on the complaints site', href }],
  };
}
