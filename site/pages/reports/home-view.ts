import { addressOf } from '../../filters/address';
import type { ReportsHomeQuery } from '../../operations/__generated__/operations';
import type { NameOf } from '../../server/person-names';
import { REPORTS_PATH, reportHref } from './paths';
import { versionWords } from './words';

type Line = NonNullable<NonNullable<NonNullable<ReportsHomeQuery['reports']>['edges'][number]['node']>>;

/** What the first page of reports shows: those that were begun by year, and what can be begun. */
export function homeView(answer: ReportsHomeQuery | null, nameOf: NameOf) {
  const lines = (answer?.reports?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node]));
  const { pageInfo } = answer?.reports ?? {};
  return {
    groups: byYear(lines, nameOf),
    definitions: (answer?.definitions ?? []).map(({ key, title, rule, audience, upTo }) => ({
      ...{ key, title, rule, audience },
      upTo: upTo.join(', '),
    })),
    nextHref: pageInfo?.hasNextPage ? addressOf(REPORTS_PATH, {}, { after: pageInfo.endCursor }) : null,
  };
}

/** They come by their period, the newest first. */
function byYear(lines: readonly Line[], nameOf: NameOf) {
  return [...new Set(lines.map(({ financialYear }) => financialYear))].map((year) => ({
    year,
    rows: lines
      .filter(({ financialYear }) => financialYear === year)
      .map(({ id, title, newest }) => ({
        ...{ title, href: reportHref(id) },
        isFrozen: newest.state === 'FROZEN',
        says: versionWords(newest, nameOf),
      })),
  }));
}
