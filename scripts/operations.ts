import { parseArgs } from 'node:util';
import { SettingsError } from '../platform/config/settings';
import { problemsOf, together } from './operations/check-operations';
import { collectOperations } from './operations/collect-operations';
import { OperationsRefused } from './operations/read-operations';
import { readOwnSettings } from './operations/read-own-settings';
import { graphSchema, ownFolders, publish, publishedOperations } from './product/operations';
import { openOperationsKeys } from './product/operations-keys';
import { runMain } from './product/refusal';

const USAGE = `Usage: npm run operations -- [FOLDER …] [--only]
Publishes the operations that are known: the site's own, and those that are written in each FOLDER, in .graphql files and in the gql
texts of JavaScript and TypeScript.
What was published before stays, as far as it can still be asked; --only leaves it out.
`;
const WRONG_USAGE = 2;

/** `npm run operations`: collects operations, checks them against the schema, signs them, and puts them where gateways read them. */
runMain(async () => {
  const asked = read(process.argv.slice(2));
  if (asked === null) {
    process.stderr.write(USAGE);
    process.exit(WRONG_USAGE);
  }
  const settings = readOwnSettings();
  const keys = await openOperationsKeys(settings);
  const { privateKey } = keys;
  if (privateKey === null) throw new SettingsError([NO_KEY]);
  const schema = graphSchema();
  const given = collectOperations(ownFolders, asked.folders);
  const problems = problemsOf(given, schema);
  if (problems.length > 0) throw new OperationsRefused(['These cannot be asked:', ...problems].join('\n  '));
  const before = asked.isOnly ? [] : ((await publishedOperations(settings, keys)) ?? []);
  const { all, unanswered } = together(given, before, schema);
  await publish(all, { settings, privateKey });
  if (unanswered.length > 0)
    process.stdout.write(
      `These were published before, and the schema cannot answer them any more:\n  ${problemsOf(unanswered, schema).join('\n  ')}\n`,
    );
  const kept = all.length - given.length;
  process.stdout.write(
    `${all.length} operations are published in ${settings.operations.manifestFile}, ${kept} of them from before.\n`,
  );
});

function read(args: string[]): { readonly folders: readonly string[]; readonly isOnly: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { only: { type: 'boolean' } },
    });
    return { folders: positionals, isOnly: values.only === true };
  } catch {
    return null;
  }
}

const NO_KEY = {
  setting: 'OPERATIONS_PRIVATE_KEY',
  says: 'is not set, nor is IDENTITY_PRIVATE_KEY: nothing can be signed. Write the key that belongs to OPERATIONS_PUBLIC_KEY.',
};
