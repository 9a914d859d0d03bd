import { decisionName } from '../../../domain/figures/names';
import type { OmbudsmanPageQuery } from '../../operations/__generated__/operations';

/** What a page tells of one case. */
export type CaseParts = NonNullable<OmbudsmanPageQuery['ombudsmanCase']>;

/** What the LGSCO's words amount to, where they do not begin with that. */
export function meaningOf({ lgscoDecision, decision }: CaseParts): string | null {
  const meaning = lgscoDecision === null ? null : decisionName(lgscoDecision);
  return meaning === null || decision?.toLowerCase().startsWith(meaning.toLowerCase()) ? null : meaning;
}

/** The Housing Ombudsman's findings, with the kind of each where its own words do not say it. */
export const findingsOf = ({ findings }: CaseParts) =>
  (findings ?? []).map(({ issue, finding, category }) => ({
    issue: issue ?? 'The case as a whole',
    finding,
    category:
      category === null || decisionName(category).toLowerCase() === finding.toLowerCase()
        ? null
        : decisionName(category),
  }));
