import type { Asking, Gateway } from '../../../gateway/gateway';
import { type ArticleFilter, StepHelpDocument } from '../../../operations/__generated__/operations';
import { askPart } from '../../ask-part';
import { articleHref } from '../../guidance/paths';
import { KINDS } from '../../guidance/words';

/** How many articles stand beside a form: more than that nobody reads there. */
const MOST = 8;

/** An article that helps with a step. */
export interface HelpArticle {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly href: string;
}

/** What is written for steps, checklists first; nothing where the guidance does not answer: the form stands without it. */
export async function askHelp(
  gateway: Gateway,
  asking: Asking,
  where: Pick<ArticleFilter, 'steps' | 'enquirySteps' | 'streams'>,
): Promise<HelpArticle[]> {
  const told = await askPart(gateway.ask(StepHelpDocument, { where, first: MOST }, asking));
  return (told?.articles?.edges ?? []).flatMap(({ node }) =>
    node === null ? [] : [{ ...node, kind: KINDS[node.kind] ?? node.kind, href: articleHref(node.id) }],
  );
}
