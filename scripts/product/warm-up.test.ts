import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { readSettings } from '../../platform/config/settings';
import { warmUp } from './warm-up';

describe('warming up the site', () => {
  let dataDirectory: string;
  beforeAll(() => {
    dataDirectory = mkdtempSync(path.join(tmpdir(), 'warm-up-'));
  });
  afterAll(() => rmSync(dataDirectory, { recursive: true }));

  const settings = (env: Record<string, string> = {}) => readSettings({ DATA_DIR: dataDirectory, ...env });

  it("asks for the dashboard as the demonstration's analyst", async () => {
    const tokens: string[] = [];
    await warmUp(settings(), { warmUp: async (token) => void tokens.push(token) });
    expect(tokens.map((token) => decodeJwt(token).role)).toEqual(['analyst']);
  });

  it('waits no longer than it may for a dashboard that does not come', async () => {
    const never = { warmUp: () => new Promise<void>(() => undefined) };
    await expect(warmUp(settings(), never, 50)).resolves.toBeUndefined();
  });

  it('lets the start go on where it fails', async () => {
    const failing = { warmUp: () => Promise.reject(new Error('The gateway cannot be reached')) };
    await expect(warmUp(settings(), failing)).resolves.toBeUndefined();
  });

  it('asks nothing where people sign in as themselves', async () => {
    const asked: string[] = [];
    const jwks = { TOKEN_JWKS_URL: 'https://sign-in.example/keys' };
    await warmUp(settings(jwks), { warmUp: async (token) => void asked.push(token) });
    expect(asked).toEqual([]);
  });
});
