import type { NamesInForce } from '../../../contracts/names-in-force';
import type { Day } from '../../../domain/calendar/day';
import type { RunFault } from '../load/types';

/** A row as it came, and what somebody says that some of its cells should read. */
export interface RowToJudge {
  readonly source: string;
  readonly line: number;
  readonly raw: object;
  readonly cells: Readonly<Record<string, string>>;
  /** Whether it came with too many or too few cells. */
  readonly isRagged: boolean;
}

/** What a corrected row is. `known` names the columns that there are, where the source has fixed ones. */
export type Judgement =
  | {
      readonly kind: 'unknownColumns';
      readonly unknown: readonly string[];
      readonly known: readonly string[];
    }
  /** Of a row whose cells cannot be trusted to stand under their columns, those that were not given. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  /** A word that a whole file would be refused for. */
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'leftOut'; readonly reason: string }
  | { readonly kind: 'quarantined'; readonly faults: readonly RunFault[] }
  | {
      readonly kind: 'taken';
      /** What distinguishes it from other records, and from other states of the same one. */
      readonly held: {
        readonly identity: string;
        readonly lastUpdated: string | null;
        readonly contentHash: string;
      };
      /** The part that it belongs to; null where only admins may see it. */
      readonly owner: string | null;
      readonly faults: readonly RunFault[];
    };

/**
 * Judges a corrected row by its source's own rules, as if it had come so. Intake knows no source: the program that
 * starts it hands this over.
 */
export type JudgeRow = (
  row: RowToJudge,
  facts: { readonly today: Day; readonly names: NamesInForce },
) => Judgement;

/** The judge of intake that was started without importers: nothing can be corrected, everything else can be queried. */
export const withoutJudge: JudgeRow = () => {
  throw new Error('Intake was started without importers: nothing can be corrected here');
};
