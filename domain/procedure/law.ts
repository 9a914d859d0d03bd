/** What a rule rests on: an act or regulations, a code that is issued under one, or the council's own choice. */
export const BASES = ['STATUTE', 'CODE', 'POLICY'] as const;
export type Basis = (typeof BASES)[number];

/** Where a rule is written, so that anybody can look it up. */
export interface LawSource {
  /** The law, code or policy by its name and number, such as `SI 2006/1738`. */
  readonly law: string;
  /** The regulation, section or paragraph, such as `regulation 17(3)`. */
  readonly paragraph: string;
  readonly basis: Basis;
}

/** A source in words: the law, then the paragraph. */
export const sourceInWords = ({ law, paragraph }: LawSource): string => `${law}, ${paragraph}`;
