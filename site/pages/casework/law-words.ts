import { BASIS_WORDS } from '../../../domain/procedure/words';
import type { LawBasis } from '../../operations/__generated__/operations';

/** Where a rule is written. */
export interface Law {
  readonly law: string;
  readonly paragraph: string;
  readonly basis: LawBasis;
}

/** Where a rule is written, with what that is: a council's own choice is never taken for law. */
export const lawWords = ({ law, paragraph, basis }: Law): string =>
  `${law}, ${paragraph} (${BASIS_WORDS[basis]})`;
