import fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { readSettings } from '../../platform/config/settings';
import { readClaims } from '../../platform/identity/read-claims';
import { ROLES } from '../../platform/identity/roles';
import { subgraphNames } from '../../subgraphs/registry';

const GUIDE = 'docs/how-to/sign-in-with-your-own-service.md';
const text = fs.readFileSync(path.join(__dirname, '../..', GUIDE), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
const settings = parseEnv(block('sh').replaceAll(/^ +/gm, ''));

describe('the guide to signing in', () => {
  it('has settings for Entra ID that can be used, with every role', () => {
    const { token } = readSettings(settings, { subgraphs: subgraphNames(), roles: ROLES });
    expect(token.claims.role.values?.map(({ name }) => name).sort()).toEqual([...ROLES].sort());
    expect(token.issuer).toContain('/v2.0');
  });

  it('says who somebody with its token is', () => {
    const { token } = readSettings(settings);
    expect(readClaims(JSON.parse(block('json')), token.claims)).toEqual({
      subject: '6f6b1d3e-2c1f-4f0e-9a55-0d2b7c1e8f10',
      role: 'officer',
      streams: ['adults', 'childrens'],
      services: [],
      partner: null,
    });
  });
});
