import type { SignedIn } from '../../../platform/identity/identity';
import type { CaseworkProduct } from './casework-product';

/** Whose reading of which complaint. */
export interface Told {
  readonly who: SignedIn;
  readonly stream: string;
  readonly id: string;
}

/** A limit as the graph tells it. */
export interface Deadline {
  readonly stage: number;
  readonly name: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly originalDueOn: string | null;
  readonly metOn: string | null;
  readonly isInTime: boolean | null;
  readonly isEstimated: boolean;
  readonly source: { readonly law: string; readonly paragraph: string };
  readonly steps: readonly {
    readonly kind: string;
    readonly on: string | null;
    readonly text: string;
    readonly source: { readonly law: string; readonly paragraph: string } | null;
  }[];
}

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly node: {
      readonly place: number;
      readonly text: string;
      readonly by: string;
      readonly at: string;
    };
  }[];
}

/** The whole timeline, page by page: who did what on which day, the oldest first. */
export async function timelineOf(
  product: CaseworkProduct,
  { who, stream, id }: Told,
): Promise<readonly string[]> {
  const lines: string[] = [];
  let after = '';
  for (;;) {
    const { complaint } = await product.read<{ complaint: { casework: { timeline: Page } } }>(
      who,
      `{ complaint: ${stream}Complaint(id: "${id}") { casework { timeline(first: 7${after}) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { place text by at } } } } } }`,
    );
    const { edges, pageInfo, totalCount } = complaint.casework.timeline;
    lines.push(...edges.map(({ node: { text, by, at } }) => `${at.slice(0, 10)}, ${by}: ${text}`));
    if (!pageInfo.hasNextPage) {
      if (lines.length !== totalCount) throw new Error('Its pages are not as many as it counts');
      return lines.reverse();
    }
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

const DEADLINE = `stage name title dueOn originalDueOn metOn isInTime isEstimated
  source { law paragraph } steps { kind on text source { law paragraph } }`;

/** Its deadlines, or what they would be. */
export async function deadlinesOf(
  product: CaseworkProduct,
  { who, stream, id, assume }: Told & { readonly assume: string | undefined },
): Promise<readonly Deadline[]> {
  const field = assume === undefined ? 'deadlines' : `whatIf(assume: { ${assume} })`;
  const { complaint } = await product.read<{ complaint: { told: readonly Deadline[] } }>(
    who,
    `{ complaint: ${stream}Complaint(id: "${id}") { told: ${field} { ${DEADLINE} } } }`,
  );
  return complaint.told;
}

/** Each limit in a line: stage, name, its day, and whether it was met in time. */
export const daysOf = (deadlines: readonly Deadline[]): readonly string[] =>
  deadlines.map(({ stage, name, dueOn, metOn, isInTime, isEstimated }) => {
    const met = metOn === null ? '' : ` met ${metOn}`;
    const time = { true: ' in time', false: ' late', null: '' }[`${isInTime}`];
    return `${stage} ${name} ${dueOn ?? 'no day'}${isEstimated ? ' estimated' : ''}${met}${time}`;
  });

/** The steps of one limit of a stage, each with its paragraph. */
export function stepsOf(deadlines: readonly Deadline[], stage: number, name: string): readonly string[] {
  const found = deadlines.find((each) => each.stage === stage && each.name === name);
  return (found?.steps ?? []).map(({ kind, text, source }) =>
    [kind, text, ...(source ? [`(${source.law}, ${source.paragraph})`] : [])].join(' '),
  );
}
