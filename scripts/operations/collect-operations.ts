import { existsSync } from 'node:fs';
import { OperationsRefused, readOperations, type WrittenOperation } from './read-operations';

/**
 * The operations written in `folders`, in `.graphql` files alone, and in those of clients, whose code is read too; each once. Throws
 * `OperationsRefused` for a folder that there is not, for two operations of one name, and as `readOperations` does.
 */
export function collectOperations(
  folders: readonly string[],
  clients: readonly string[] = [],
): WrittenOperation[] {
  const byHash = new Map<string, WrittenOperation>();
  const written = [
    ...folders.flatMap((folder) => operationsIn(folder, { withCode: false })),
    ...clients.flatMap((folder) => operationsIn(folder, { withCode: true })),
  ];
  for (const operation of written) if (!byHash.has(operation.hash)) byHash.set(operation.hash, operation);
  const operations = [...byHash.values()];
  const byName = new Map(operations.map((each) => [each.name, each]));
  const twice = operations.find((each) => byName.get(each.name) !== each);
  if (twice === undefined) return operations;
  throw new OperationsRefused(
    `Two operations are called ${twice.name}, in ${twice.file} and in ${byName.get(twice.name)?.file}: name one anew.`,
  );
}

function operationsIn(folder: string, how: { readonly withCode: boolean }): WrittenOperation[] {
  if (!existsSync(folder)) throw new OperationsRefused(`${folder} is not there: name a folder.`);
  return readOperations(folder, how);
}
