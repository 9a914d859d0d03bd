import type { SignedIn } from '../../../platform/identity/identity';
import type { Got } from '../../../scripts/testing/visitor';
import { ASSIGN_PATH } from '../../../site/pages/casework/team/assign';
import { HAND_OVER_PATH } from '../../../site/pages/casework/team/paths';
import type { CaseworkProduct } from '../../graph/journeys/casework-product';
import type { Stream } from '../month/ledger';
import type { GivenTogether, HandedOver, Many, ManyDoor } from '../month/many';
import { type Desk, formIn } from './desk';
import { fillForm } from './fill-form';
import { decoded } from './read-form';
import { nextOf } from './worklist-pages';

/** Many complaints by the site: ticked on a worklist, or all of somebody’s; each time what would happen is looked at first. */
export const manyBySite = (
  product: Pick<CaseworkProduct, 'read'>,
  deskOf: (who: SignedIn) => Promise<Desk>,
): ManyDoor => {
  const told = async (who: SignedIn, stream: Stream, pages: readonly Got[]): Promise<Many> => {
    const rows = pages.flatMap(({ html }) => rowsOf(html));
    return {
      done: await asTheyStand(
        product,
        who,
        stream,
        rows.flatMap(({ id, why }) => (why === null ? [id] : [])),
      ),
      refused: rows.flatMap(({ id, why }) => (why === null ? [] : [{ id, code: '', message: why }])),
      left: pages.filter(({ html }) => html.includes('are still to be handed over')).length,
      absence: pages.some(({ html }) => html.includes(' is away until ')) ? { to: '' } : null,
    };
  };
  return {
    async assign(who, given) {
      const desk = await deskOf(who);
      const pages = await desk.steps.piece('assign in bulk', () => assignOnPages(desk, given));
      return told(who, given.stream, pages);
    },
    async handOver(who, given) {
      const desk = await deskOf(who);
      const page = await desk.steps.piece('hand work over', () => handOverOn(desk, given));
      return told(who, given.stream, [page]);
    },
  };
};

/** Ticks what is on each page of the list that nobody has, and gives it. */
async function assignOnPages(desk: Desk, { rows, to }: GivenTogether): Promise<Got[]> {
  const wanted = new Set(rows.map(({ id }) => id));
  const done: Got[] = [];
  let next: string | null = '/casework?list=UNASSIGNED';
  while (next !== null && wanted.size > 0) {
    const page: Got = await desk.open('see a worklist: UNASSIGNED', next);
    const ticks = [...page.html.matchAll(TICK)].map(([, tick = '']) => decoded(tick));
    const ticked = ticks.filter((tick) => wanted.delete(tick.split('@')[0] ?? ''));
    if (ticked.length > 0) done.push(await assignTicked(desk, page, { ticked, to }));
    next = nextOf(page.html);
  }
  return done;
}

async function assignTicked(
  desk: Desk,
  page: Got,
  { ticked, to }: { readonly ticked: readonly string[]; readonly to: string },
): Promise<Got> {
  const form = formIn(page, ASSIGN_PATH);
  const fields = [...Object.entries(fillForm(form, { to })), ...ticked.map((tick) => ['complaint', tick])];
  const preview = await desk.send('look at what assigning would do', ASSIGN_PATH, fields);
  const action = `${ASSIGN_PATH}/do`;
  return desk.send('assign in bulk', action, pairsOf(preview, action));
}

async function handOverOn(desk: Desk, { from, to, away }: HandedOver): Promise<Got> {
  const opened = await desk.open('open the hand-over', `${HAND_OVER_PATH}?from=${from}`);
  const days = away === null ? {} : { awayFrom: away.from, awayTo: away.to, standsIn: to };
  const preview = await desk.fill('look at what a hand-over would do', opened, {
    action: HAND_OVER_PATH,
    given: { to, why: away === null ? 'leaves' : 'away', reason: 'They are away.', ...days },
  });
  const action = `${HAND_OVER_PATH}/do`;
  return desk.send('hand over', action, pairsOf(preview, action));
}

const pairsOf = (page: Got, action: string): string[][] =>
  formIn(page, action).pairs.map(([name, value]) => [name, value]);

const TICK = /name="complaint" value="([^"]+)"/g;
const ROW = /<li class="many__one">(.*?)<\/li>/gs;

/** What a page tells of each complaint: which, and why not where it stays. */
const rowsOf = (html: string) =>
  [...html.matchAll(ROW)].map(([, row = '']) => ({
    id: decodeURIComponent(/href="\/complaints\/([^"?/]+)"/.exec(row)?.[1] ?? ''),
    why: /many__why">([^<]*)</.exec(row)?.[1] ?? null,
  }));

/** The versions that the ledger keeps: pages of many tell none. */
async function asTheyStand(
  { read }: Pick<CaseworkProduct, 'read'>,
  who: SignedIn,
  stream: Stream,
  ids: readonly string[],
): Promise<Many['done']> {
  if (ids.length === 0) return [];
  const fields = ids.map(
    (id, place) => `c${place}: ${stream}Complaint(id: "${id}") { casework { version } }`,
  );
  const found = await read<Record<string, { casework: { version: number } }>>(who, `{ ${fields.join(' ')} }`);
  return ids.map((id, place) => ({ id, version: found[`c${place}`]?.casework.version ?? 0 }));
}
