import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readSettings, SettingsError } from '../../platform/config/settings';
import { createLogger } from '../../platform/logging/logger';
import { collectOperations } from '../operations/collect-operations';
import { type OpenOperations, openOperations, ownFolders, publish } from './operations';
import { openOperationsKeys } from './operations-keys';

let directory: string;
let opened: OpenOperations[];
let logged: string[];
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'operations-'));
  [opened, logged] = [[], []];
});
afterEach(() => {
  for (const each of opened) each.stop();
  rmSync(directory, { recursive: true });
});

const pair = () => generateKeyPairSync('ed25519');
const jwk = (key: { export(options: { format: 'jwk' }): object }) =>
  JSON.stringify(key.export({ format: 'jwk' }));
const settingsOf = (env: Record<string, string> = {}) => readSettings({ DATA_DIR: directory, ...env });
async function open(env: Record<string, string> = {}): Promise<OpenOperations> {
  const logger = createLogger({ level: 'warn', to: { write: (line) => void logged.push(line) } });
  const operations = await openOperations(settingsOf(env), logger, 20);
  opened.push(operations);
  return operations;
}
const manifest = () => path.join(directory, 'operations.jws');
const own = collectOperations(ownFolders);

describe('the operations of a gateway that starts', () => {
  it('are the product’s own, which whoever signs publishes by itself', async () => {
    const { book, areAlone } = await open();
    expect([areAlone, book().byName('Dashboard')?.kind]).toEqual([false, 'query']);
    expect(own.length).toBeGreaterThan(100);
    expect(own.every(({ hash }) => book().byHash(hash) !== null)).toBe(true);
    const before = statSync(manifest()).mtimeMs;
    await open();
    expect([statSync(manifest()).mtimeMs, logged]).toEqual([before, []]);
  });

  it('keep what others published, and gain what a new version asks', async () => {
    const [dashboard, ...others] = own;
    if (dashboard === undefined) throw new Error('There are no operations');
    const { privateKey } = await openOperationsKeys(settingsOf());
    if (privateKey === null) throw new Error('Nothing is signed here');
    await publish(others.slice(0, 3), { settings: settingsOf(), privateKey });
    expect((await open()).book().byHash(dashboard.hash)?.name).toBe(dashboard.name);
  });

  it('are only told to be lacking where somebody else signs', async () => {
    const [theirs, ours] = [pair(), { OPERATIONS_PUBLIC_KEY: '' }];
    ours.OPERATIONS_PUBLIC_KEY = jwk(theirs.publicKey);
    await publish(own.slice(1), { settings: settingsOf(), privateKey: theirs.privateKey });
    const { book } = await open(ours);
    expect(book().byHash(own[1]?.hash ?? '')).not.toBeNull();
    expect(book().byHash(own[0]?.hash ?? '')).toBeNull();
    expect(logged.join()).toContain(`"operations":["${own[0]?.name}"]`);
  });

  it('are refused with words where somebody changed or signed them who may not', async () => {
    await open();
    const good = readFileSync(manifest(), 'utf8');
    for (const bad of [good.slice(0, -2), `${good.slice(0, 200)}A${good.slice(201)}`, 'x', '']) {
      writeFileSync(manifest(), bad);
      await expect(open()).rejects.toThrow(
        /OPERATIONS_MANIFEST is .*operations\.jws, and is not taken: it is not signed/,
      );
    }
    writeFileSync(manifest(), good);
    await expect(open({ OPERATIONS_PUBLIC_KEY: jwk(pair().publicKey) })).rejects.toBeInstanceOf(
      SettingsError,
    );
    await expect(open({ IDENTITY_PRIVATE_KEY: jwk(pair().privateKey) })).rejects.toBeInstanceOf(
      SettingsError,
    );
  });

  it('are taken as the key of before signed them, while it stands behind the new one', async () => {
    const [before, now] = [pair(), pair()];
    await publish(own, { settings: settingsOf(), privateKey: before.privateKey });
    const keys = { OPERATIONS_PUBLIC_KEY: `${jwk(now.publicKey)} ${jwk(before.publicKey)}` };
    expect((await open(keys)).book().byName('Dashboard')).not.toBeNull();
  });

  it('have to be there where nothing else is answered and somebody else signs', async () => {
    const keys = { OPERATIONS_PUBLIC_KEY: jwk(pair().publicKey) };
    await expect(open({ ...keys, TRUSTED_OPERATIONS: 'on' })).rejects.toThrow('leads to no file');
    expect((await open(keys)).book().byName('Dashboard')).toBeNull();
  });

  it.each(['OPERATIONS_PUBLIC_KEY', 'OPERATIONS_PRIVATE_KEY'])(
    'need a key of Ed25519 in %s',
    async (name) => {
      const rsa = jwk(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
      await expect(open({ [name]: rsa })).rejects.toThrow(`${name} is not a p`);
    },
  );
});

describe('a manifest that is published anew', () => {
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await wait(10);
  }

  it('is taken by a gateway that runs, and one that is none leaves what was', async () => {
    const { book } = await open();
    const held = () => own.filter(({ hash }) => book().byHash(hash) !== null).length;
    const { privateKey } = await openOperationsKeys(settingsOf());
    if (privateKey === null) throw new Error('Nothing is signed here');
    await publish(own.slice(0, 1), { settings: settingsOf(), privateKey });
    await until(() => held() === 1);
    writeFileSync(manifest(), 'x');
    await until(() => logged.join().includes('the new manifest is not taken'));
    expect(held()).toBe(1);
    await publish(own.slice(0, 2), { settings: settingsOf(), privateKey });
    await until(() => held() === 2);
    rmSync(manifest());
    await wait(60);
    expect(held()).toBe(2);
  });
});
