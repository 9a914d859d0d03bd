import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { DocumentNode } from 'graphql';
import type { PartTypes } from '../part-types';
import { withOnlyTypes } from '../with-only-types';

/** Has the planner plan what it could not: the last plugin that changes a document. */
export function onlyTypes(partTypes: PartTypes): GatewayPlugin {
  const known = new WeakMap<DocumentNode, DocumentNode>();
  return {
    onExecute({ args }) {
      const { document, schema } = args;
      const asked = known.get(document) ?? withOnlyTypes(document, { schema, partTypes });
      known.set(document, asked);
      args.document = asked;
    },
  };
}
