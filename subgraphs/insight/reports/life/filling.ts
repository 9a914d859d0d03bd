import type { Quarter } from '../../../../domain/calendar/financial-year';
import type { CountingContext } from '../../context';
import type { ReportContent } from '../content';

/** What the life of a report has to know of its definition. */
export interface Defined {
  readonly key: string;
  readonly title: string;
  readonly version: number;
  readonly upTo: readonly Quarter[];
}

/** A section by its heading. */
export interface SectionHeading {
  readonly key: string;
  readonly heading: string;
}

/** How reports are filled: what they hold is the business of their definitions. */
export interface Filling<Definition extends Defined = Defined> {
  /** Null for a key that no definition has. */
  definitionNamed(key: string): Definition | null;
  /** A report as its records stand now. Throws BAD_USER_INPUT for a year that there cannot be. */
  fillReport(
    context: CountingContext,
    asked: { readonly definition: Definition; readonly financialYear: string; readonly upTo: Quarter },
  ): Promise<ReportContent>;
  /** Its sections, with their headings as they are on a day. */
  sectionsOn(definition: Definition, day: string): readonly SectionHeading[];
  /** The same without small numbers, and without what would tell them. */
  publicContent(context: CountingContext, content: ReportContent): Promise<ReportContent>;
}

/** The definition that a report was begun by. Throws where there is none any more: what was begun is never taken out of the code. */
export function definitionOf<Definition extends Defined>(
  filling: Pick<Filling<Definition>, 'definitionNamed'>,
  { definition }: { readonly definition: string },
): Definition {
  const defined = filling.definitionNamed(definition);
  if (defined === null) throw new Error('A report was begun by a definition that is not there any more');
  return defined;
}
