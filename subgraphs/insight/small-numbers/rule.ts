import type { Identity } from '../../../platform/identity/identity';

/** A caller who is told no number from 1 up to (not with) another. */
export type Protected = Identity & { readonly smallNumbersBelow: number };

/** Whether small numbers are protected in what a caller is told. */
export const isProtected = (identity: Identity): identity is Protected =>
  identity.smallNumbersBelow !== undefined;

/** What the rule is for a caller, in words that stand beside figures; null where small numbers are told. */
export const ruleOf = (identity: Identity): { readonly below: number; readonly words: string } | null =>
  isProtected(identity)
    ? { below: identity.smallNumbersBelow, words: wordsOf(identity.smallNumbersBelow) }
    : null;

const wordsOf = (below: number): string =>
  `Numbers of complaints from 1 to ${below - 1} are not told by any measure, nor others of the same measure from which they could be worked out. Figures are told of quarters that are over, by stream and stage; or of financial years that are over, by stream, stage and one of service, theme and channel. What is open or overdue, and what became of promises, is not told by itself.`;
