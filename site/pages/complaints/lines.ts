import { streamName } from '../../../domain/figures/names';
import type { ComplaintLinesQuery } from '../../operations/__generated__/operations';

type Node = NonNullable<NonNullable<ComplaintLinesQuery['nodes']>[number]>;
/** What a list says of an ombudsman's case, and of a complaint. */
export type CaseLine = Extract<Node, { readonly __typename: 'OmbudsmanCase' }>;
export type ComplaintLine = Exclude<Node, CaseLine>;

/** Something that a list names, with the kind that tells which part keeps it. */
export interface Listed {
  readonly __typename: Node['__typename'];
  readonly id: string;
}

export interface Lines {
  readonly complaints: ReadonlyMap<string, ComplaintLine>;
  readonly cases: ReadonlyMap<string, CaseLine>;
  /** The parts that did not answer, in words; their rows say less. */
  readonly lost: readonly string[];
}

const PARTS = {
  CorporateComplaint: streamName('CORPORATE'),
  AdultsComplaint: streamName('ADULTS'),
  ChildrensComplaint: streamName('CHILDRENS'),
  SchoolsComplaint: streamName('SCHOOLS'),
  OmbudsmanCase: 'Ombudsmen',
} as const;

/** What a part answered about its own. */
export interface PartAnswer {
  readonly kind: Node['__typename'];
  /** Null where the part did not answer. */
  readonly nodes: ComplaintLinesQuery['nodes'] | null;
}

/** Puts together what the parts answered. */
export function linesOf(answers: readonly PartAnswer[]): Lines {
  const complaints = new Map<string, ComplaintLine>();
  const cases = new Map<string, CaseLine>();
  for (const node of answers.flatMap(({ nodes }) => nodes ?? [])) {
    if (node?.__typename === 'OmbudsmanCase') cases.set(node.id, node);
    else if (node) complaints.set(node.id, node);
  }
  const lost = answers.filter(({ nodes }) => nodes === null).map(({ kind }) => PARTS[kind]);
  return { complaints, cases, lost };
}
