import { dayWords } from '../../../domain/figures/days';
import type { ArticleVersionQuery, ArticleVersionsQuery } from '../../operations/__generated__/operations';
import { textView } from './article-view';
import { changesBetween, isChanged } from './changes';
import { articleHref, versionHref } from './paths';
import { aboutWords, changeWords, KINDS } from './words';

type Versions = NonNullable<ArticleVersionsQuery['article']>;
type InFull = NonNullable<ArticleVersionQuery['article']>;
type Version = InFull['versions'][number];

/** What the list of versions shows. */
export const versionsView = ({ id, title, version: standing, versions }: Versions) => ({
  ...{ title, articleHref: articleHref(id) },
  rows: versions.map((each) => ({
    ...{ version: each.version, title: each.title, note: each.note },
    href: versionHref(id, each.version),
    change: changeWords(each),
    stands: each.version === standing,
    isWithdrawn: each.isWithdrawn,
    reviewDueOn: dayWords(each.reviewDueOn),
  })),
});

/** What the page of one version shows: the text as it stood, and what changed by it. Null where there is no such version. */
export function versionView({ id, version: standing, versions }: InFull, number: number) {
  const version = versions.find((each) => each.version === number);
  if (version === undefined) return null;
  const before = versions.find((each) => each.version === number - 1) ?? null;
  const changes = before && changesBetween(before.body, version.body);
  return {
    ...{ title: version.title, summary: version.summary, version: number, note: version.note },
    ...textView(version),
    ...{ articleHref: articleHref(id), versionsHref: `${articleHref(id)}/versions` },
    change: changeWords(version),
    stands: number === standing,
    isChecklist: version.kind === 'CHECKLIST',
    facts: factsOf(version).map(([name, value]) => ({ name, value })),
    before: before && { version: before.version, href: versionHref(id, before.version) },
    after: number < standing ? versionHref(id, number + 1) : null,
    changedParts: before && changedParts(before, version),
    body: changes && isChanged(changes) ? changes : null,
  };
}

/** The parts of an article that a line tells. */
const factsOf = (version: Version): [string, string][] => [
  ['Kind', KINDS[version.kind] ?? version.kind],
  ['About', aboutWords(version.stream)],
  ['Owner', version.owner],
  ['To be looked at again by', dayWords(version.reviewDueOn)],
  ['In the lists', version.isWithdrawn ? 'No: withdrawn' : 'Yes'],
];

const partsOf = (version: Version): [string, string][] => [
  ['Title', version.title],
  ['Summary', version.summary],
  ...factsOf(version),
];

/** Which of these parts became others. */
function changedParts(before: Version, after: Version) {
  const earlier = new Map(partsOf(before));
  return partsOf(after).flatMap(([name, is]) => {
    const was = earlier.get(name) ?? '';
    return was === is ? [] : [{ name, was, is }];
  });
}
