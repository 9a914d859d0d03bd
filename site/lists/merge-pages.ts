/** A page of one of several lists that are read together; null where its part does not answer. */
export interface NamedPage<Name extends string, Node> {
  readonly name: Name;
  readonly page: {
    readonly edges: readonly { readonly cursor: string; readonly node: Node | null }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  } | null;
}

/** Something that stands on a merged page, with the list that it is of and its place there. */
export interface Taken<Name extends string, Node> {
  readonly name: Name;
  readonly cursor: string;
  readonly node: Node;
}

export interface MergedPages<Name extends string, Node> {
  readonly taken: readonly Taken<Name, Node>[];
  /** Whether any of the lists goes on. */
  readonly hasMore: boolean;
  /** The lists that do not answer: what they hold is missing. */
  readonly lost: readonly Name[];
}

/**
 * The newest `size` of several lists together, from a page of `size` of each, all newest first. What is equally old comes in
 * the order of the lists, then as in its list, so that reading on neither repeats anything nor leaves anything out.
 */
export function mergePages<Name extends string, Node>(
  pages: readonly NamedPage<Name, Node>[],
  { size, momentOf }: { readonly size: number; momentOf(node: Node): number },
): MergedPages<Name, Node> {
  const found = pages.flatMap(({ name, page }) =>
    (page?.edges ?? []).flatMap(({ node, cursor }) => (node === null ? [] : [{ name, cursor, node }])),
  );
  // The sort is stable.
  const ordered = found.sort((one, other) => momentOf(other.node) - momentOf(one.node));
  return {
    taken: ordered.slice(0, size),
    hasMore: ordered.length > size || pages.some(({ page }) => page?.pageInfo.hasNextPage === true),
    lost: pages.filter(({ page }) => page === null).map(({ name }) => name),
  };
}
