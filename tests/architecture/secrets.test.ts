import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretsIn } from './secrets';
import { ROOT } from './tree';

describe('the repository', () => {
  it('holds nothing that looks like a secret', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
    expect(files.length).toBeGreaterThan(1_000);
    expect(
      secretsIn(
        ROOT,
        files.filter((file) => file !== '' && fs.existsSync(path.join(ROOT, file))),
      ),
    ).toEqual([]);
  });

  const { privateKey } = generateKeyPairSync('ed25519');
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  it.each([
    ["a program's key", `secret: cck_${hex(6)}_${hex(32)}`],
    ['a private key', String(privateKey.export({ format: 'pem', type: 'pkcs8' }))],
    ['a private key as a JWK', JSON.stringify(privateKey.export({ format: 'jwk' }))],
    ['a token', `eyJ${hex(10)}.eyJ${hex(10)}.${hex(20)}`],
    ['a password in an address', `postgres://owner:${hex(8)}@database.internal/complaints`],
    ['a key of a cloud', `AKIA${hex(8).toUpperCase()}`],
    ['a key of a forge', `ghp_${hex(18)}`],
  ])('is seen to hold %s, which is not said again', (kind, text) => {
    const folder = fs.mkdtempSync(path.join(tmpdir(), 'secrets-'));
    fs.writeFileSync(path.join(folder, 'a.txt'), `first\n${text}`);
    expect(secretsIn(folder, ['a.txt'])).toEqual([`a.txt:2: ${kind}`]);
    fs.rmSync(folder, { recursive: true });
  });
});
