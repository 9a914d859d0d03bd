import type { Resolvers } from '../../platform/server/subgraph';

/** Resolvers with all fields of each type; of a field that several have, the last one's holds. */
export function together(...several: readonly Resolvers[]): Resolvers {
  const types = new Set(several.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...types].map((type) => [type, Object.assign({}, ...several.map((one) => fields(one[type])))]),
  );
}

const fields = (of: unknown): object => (typeof of === 'object' && of !== null ? of : {});
