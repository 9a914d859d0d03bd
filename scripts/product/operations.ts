import { existsSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { ManifestRefused, readManifest, signManifest } from '../../gateway/operations/manifest';
import { createOperationBook } from '../../gateway/operations/operation-book';
import type { TrustedOperations } from '../../gateway/operations/take-operation';
import type { TrustedOperation } from '../../gateway/operations/trusted-operation';
import { type Settings, SettingsError } from '../../platform/config/settings';
import { replaceFile } from '../../platform/files/replace-file';
import { textOf } from '../../platform/files/text-of';
import type { Logger } from '../../platform/logging/logger';
import { together } from '../operations/check-operations';
import { collectOperations } from '../operations/collect-operations';
import { type OperationsKeys, openOperationsKeys } from './operations-keys';
import { ROOT } from './root';

/** How soon a gateway that runs takes a manifest that was published anew. */
const LOOK_EVERY_MILLIS = 5_000;

/** Where what assistants ask is. */
const ASSISTANT_FOLDER = path.join(ROOT, 'gateway/assistants/operations');

/** What assistants ask, by name. */
export const assistantQuestions = (): ReadonlyMap<string, string> =>
  new Map(collectOperations([ASSISTANT_FOLDER]).map(({ name, text }) => [name, text]));

/** Where the product's own are: the site's, where there is a site, those that it shares with others, assistants', and starter files'. */
export const ownFolders = [
  path.join(ROOT, 'schema/operations'),
  ASSISTANT_FOLDER,
  path.join(ROOT, 'site/operations'),
  path.join(ROOT, 'starters/apollo-client'),
].filter((folder) => existsSync(folder));

/** The schema that operations are held against. */
export const graphSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8'), { assumeValidSDL: true });

/** What is published now; nothing where nothing is. Throws `SettingsError` for a manifest that is not taken. */
export async function publishedOperations(
  { operations: { manifestFile } }: Pick<Settings, 'operations'>,
  { publicKeys }: Pick<OperationsKeys, 'publicKeys'>,
): Promise<TrustedOperation[] | null> {
  const manifest = await textOf(manifestFile);
  if (manifest === null) return null;
  try {
    return await readManifest(manifest, publicKeys);
  } catch (error) {
    if (!(error instanceof ManifestRefused)) throw error;
    const says = `is ${manifestFile}, and is not taken: ${error.message}. Publish it anew with npm run operations, signed with the key that belongs to OPERATIONS_PUBLIC_KEY.`;
    throw new SettingsError([{ setting: 'OPERATIONS_MANIFEST', says }]);
  }
}

/** Signs operations and puts them where gateways read them. */
export async function publish(
  operations: readonly TrustedOperation[],
  {
    settings,
    privateKey,
  }: { settings: Pick<Settings, 'operations'>; privateKey: OperationsKeys['privateKey'] & object },
): Promise<void> {
  await replaceFile(settings.operations.manifestFile, await signManifest(operations, privateKey));
}

/** The trusted operations of a gateway that runs. */
export interface OpenOperations extends TrustedOperations {
  /** Looks for a new manifest no more. */
  stop(): void;
}

/**
 * Reads the published operations, and reads them anew when they are published anew; a manifest that is not taken then leaves those
 * of before. Where manifests are signed here, the product's own operations are published first if they are not yet. Throws
 * `SettingsError` for a manifest that is not taken, and where nothing else would be answered and there is none.
 */
export async function openOperations(
  settings: Settings,
  logger: Logger,
  lookEveryMillis = LOOK_EVERY_MILLIS,
): Promise<OpenOperations> {
  const { areAlone, exploring, manifestFile } = settings.operations;
  const keys = await openOperationsKeys(settings);
  let operations = await startingWith(settings, keys, logger);
  let book = createOperationBook(operations);
  let seen = await stateOf(manifestFile);
  const look = async () => {
    const now = await stateOf(manifestFile);
    if (now === seen) return;
    seen = now;
    operations = (await publishedOperations(settings, keys)) ?? operations;
    book = createOperationBook(operations);
  };
  const timer = setInterval(() => {
    look().catch((err: unknown) =>
      logger.error({ err }, 'The operations of before hold: the new manifest is not taken'),
    );
  }, lookEveryMillis).unref();
  return { areAlone, exploring, book: () => book, stop: () => clearInterval(timer) };
}

async function startingWith(
  settings: Settings,
  keys: OperationsKeys,
  logger: Logger,
): Promise<TrustedOperation[]> {
  const published = await publishedOperations(settings, keys);
  const own = collectOperations(ownFolders);
  const held = new Set(published?.map(({ hash }) => hash));
  const missing = own.filter(({ hash }) => !held.has(hash));
  if (missing.length === 0) return published ?? [];
  const { privateKey } = keys;
  if (privateKey !== null) {
    const { all, unanswered } = together(own, published ?? [], graphSchema());
    await publish(all, { settings, privateKey });
    if (unanswered.length > 0)
      logger.warn(
        { operations: unanswered.map(({ name }) => name) },
        'Operations that were published before cannot be answered by this version',
      );
    return [...all];
  }
  if (published === null && settings.operations.areAlone) throw new SettingsError([NOT_PUBLISHED]);
  logger.warn(
    { operations: missing.map(({ name }) => name) },
    'Operations of this version are not published: npm run operations',
  );
  return published ?? [];
}

const NOT_PUBLISHED = {
  setting: 'OPERATIONS_MANIFEST',
  says: 'leads to no file, and trusted operations alone are answered (TRUSTED_OPERATIONS). Publish them with npm run operations.',
};

/** Changes whenever the file does. */
async function stateOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  return found === null ? 'none' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
