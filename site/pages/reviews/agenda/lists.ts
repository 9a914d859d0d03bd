import { shortDayWords } from '../../../../domain/figures/days';
import { stageName } from '../../../../domain/figures/names';
import { countedWords } from '../../../../domain/figures/numbers';
import type { Filter } from '../../../filters/parts';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { type Measure, ReviewRestrictedDocument } from '../../../operations/__generated__/operations';
import { askPart } from '../../ask-part';
import { askMeasured, type MeasuredPage } from '../../complaints/measured';
import type { AgendaRow } from './agenda';

/** How many complaints are looked at, so that enough are left where some are restricted. */
const LOOKED_AT = 30;

/** The oldest of what a figure counts, and what is not listed of it. */
export interface OldestList {
  readonly rows: readonly AgendaRow[];
  readonly notes: readonly string[];
}

/**
 * The oldest of what is open or overdue. Restricted complaints are counted and never listed; nor is one of which nobody can
 * say now whether it is restricted. Null where the list cannot be had.
 */
export async function askOldest(
  gateway: Gateway,
  asking: Asking,
  {
    measure,
    where,
    asAt,
    most,
  }: {
    readonly measure: Measure;
    readonly where: Filter;
    readonly asAt: string;
    /** How many are listed. */
    readonly most: number;
  },
): Promise<OldestList | null> {
  const page = await askPart(
    askMeasured(gateway, asking, { measure, filter: where, asAt, first: LOOKED_AT, after: null }),
  );
  if (page === null) return null;
  const ids = [...new Set(idsOf(page))];
  const answer =
    ids.length === 0 ? null : await askPart(gateway.ask(ReviewRestrictedDocument, { ids }, asking));
  const restricted = new Map<string, boolean>();
  for (const node of answer?.nodes ?? [])
    if (node !== null && 'restricted' in node && node.restricted !== null)
      restricted.set(node.id, node.restricted);
  return oldestOf(page, restricted, most);
}

const idsOf = ({ counted }: Pick<MeasuredPage, 'counted'>): string[] =>
  counted.edges.flatMap(({ node }) => node?.complaint?.id ?? []);

/** Makes the list of what was asked; `restricted` says of each complaint, by id, whether it is. */
function oldestOf(
  { counted, rows }: Pick<MeasuredPage, 'counted' | 'rows'>,
  restricted: ReadonlyMap<string, boolean>,
  most: number,
): OldestList {
  const nodes = counted.edges.flatMap(({ node }) => node ?? []);
  const looked = rows.flatMap((row, index) => {
    const id = nodes[index]?.complaint?.id;
    return id === undefined ? [] : [{ row, id, isRestricted: restricted.get(id) ?? null }];
  });
  const shown = looked.filter(({ isRestricted }) => isRestricted === false).slice(0, most);
  const kept = looked.filter(({ isRestricted }) => isRestricted === true).length;
  const unknown = looked.filter(({ isRestricted }) => isRestricted === null).length;
  return {
    rows: shown.map(({ row, id }) => ({
      ...{ id, href: row.href, name: row.reference, dueOn: shortDayWords(row.dueOn), state: row.state },
      about: [stageName(row.stage), row.service].filter(Boolean).join(', '),
    })),
    notes: [
      ...(kept === 0
        ? []
        : [
            `Restricted, so counted and not listed: ${complaintsWords(kept)} of the oldest ${looked.length}.`,
          ]),
      ...(unknown === 0
        ? []
        : [`Whether ${complaintsWords(unknown)} may be listed nobody can say now: counted, not listed.`]),
    ],
  };
}

const complaintsWords = (count: number): string =>
  countedWords({ count, one: 'complaint', many: 'complaints' });
