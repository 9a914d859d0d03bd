import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../platform/config/settings';
import { openAuditSigner } from './audit';

const FIELDS = {
  ...{ schema: 'pond', actor: 'olu', role: 'officer', action: 'ACCOUNT_READ' },
  ...{ recordId: 'frog-1', requestId: 'a request' },
};

describe('what audit logs are signed with', () => {
  let DATA_DIR: string;
  beforeEach(() => {
    DATA_DIR = mkdtempSync(path.join(tmpdir(), 'signer-'));
  });
  afterEach(() => rmSync(DATA_DIR, { recursive: true }));
  const open = (AUDIT_KEY?: string) => openAuditSigner(readSettings({ DATA_DIR, AUDIT_KEY }));

  it('is made in the data directory where nothing is set, and is there again after a restart', async () => {
    const signed = (await open()).sign(FIELDS);
    expect(readdirSync(DATA_DIR)).toEqual(['audit-key']);
    expect(readFileSync(path.join(DATA_DIR, 'audit-key'), 'utf8')).toMatch(/^[\w+/]{43}=$/);
    expect((await open()).hasSigned({ ...FIELDS, nonce: signed.nonce }, signed.signature)).toBe(true);
  });

  it('is the key of the settings, whose older ones still hold', async () => {
    const [older, newer] = ['o'.repeat(32), 'n'.repeat(32)];
    const { nonce, signature } = (await open(older)).sign(FIELDS);
    const fields = { ...FIELDS, nonce };
    expect((await open(`${newer} ${older}`)).hasSigned(fields, signature)).toBe(true);
    expect((await open(newer)).hasSigned(fields, signature)).toBe(false);
    expect(readdirSync(DATA_DIR)).toEqual([]);
  });

  it('signs every part of an entry, and takes no signature that is none', async () => {
    const signer = await open();
    const { nonce, signature } = signer.sign(FIELDS);
    const fields = { ...FIELDS, nonce };
    for (const key of Object.keys(fields))
      expect(signer.hasSigned({ ...fields, [key]: 'x' }, signature)).toBe(false);
    for (const other of ['', 'x', signature.slice(2), `${signature}00`])
      expect(signer.hasSigned(fields, other)).toBe(false);
  });
});
