import type { OperationContext, Resolvers } from '../../platform/server/subgraph';

const told =
  (kind: string) =>
  async (_parent: unknown, _args: object, { transaction }: OperationContext) => {
    const rows = await transaction.query<{ payload: unknown }>(
      'select payload from directory.named where kind = $1 order by name, id',
      [kind],
    );
    return rows.map(({ payload }) => payload);
  };

export const resolvers: Resolvers = {
  Query: { services: told('service-named'), channels: told('channel-named') },
};
