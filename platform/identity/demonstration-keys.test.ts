import { sign, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChild } from '../testing/child';
import { demonstrationKeys } from './demonstration-keys';

describe("the demonstration's keys", () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = path.join(mkdtempSync(path.join(tmpdir(), 'keys-')), 'data');
  });
  afterEach(() => rmSync(path.dirname(dataDirectory), { recursive: true }));

  it('are made once, and are for their owner alone', async () => {
    const first = await demonstrationKeys({ dataDirectory });
    const again = await demonstrationKeys({ dataDirectory });
    const text = Buffer.from('a text');
    for (const use of ['token', 'identity'] as const)
      expect(verify(null, text, again[use].publicKey, sign(null, text, first[use].privateKey))).toBe(true);
    expect(verify(null, text, first.identity.publicKey, sign(null, text, first.token.privateKey))).toBe(
      false,
    );
    expect(readdirSync(dataDirectory)).toEqual(['demonstration-keys.json']);
    expect(statSync(path.join(dataDirectory, 'demonstration-keys.json')).mode & 0o777).toBe(0o600);
  });

  it('are the same for processes that make them at once', async () => {
    const code = `
      const { demonstrationKeys } = require('./platform/identity/demonstration-keys');
      const { token } = await demonstrationKeys({ dataDirectory: process.env.KEYS_IN });
      console.log(token.publicKey.export({ format: 'jwk' }).x);`;
    const children = [1, 2, 3].map(() => runChild({ code, env: { KEYS_IN: dataDirectory } }));
    const said = await Promise.all(children.map((child) => child.line()));
    expect(new Set(said).size).toBe(1);
  });

  it('are not looked for in a file that is not ours', async () => {
    await demonstrationKeys({ dataDirectory });
    writeFileSync(path.join(dataDirectory, 'demonstration-keys.json'), '{"token":{}}');
    await expect(demonstrationKeys({ dataDirectory })).rejects.toThrow('Remove it');
  });
});
