import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import {
  bytes,
  colour,
  directory,
  httpUrl,
  ipAddress,
  isoDay,
  jsonWebKey,
  oneOf,
  origin,
  origins,
  plainText,
  port,
  postgresUrl,
  secret,
  serverPlace,
} from './fields';

const FIELDS: Readonly<Record<string, z.ZodType>> = {
  ...{ port, ipAddress, bytes, plainText, postgresUrl, httpUrl, isoDay, jsonWebKey },
  ...{ origin, origins, secret, colour },
  level: oneOf(['info', 'debug']),
};

describe('the value of a setting', () => {
  it.each([
    ['port', '0', 0],
    ['port', '65535', 65_535],
    ['ipAddress', '::1', '::1'],
    ['bytes', '2147483648', 2_147_483_648],
    ['plainText', 'https://login.example', 'https://login.example'],
    ['postgresUrl', 'postgresql://owner@db/complaints', 'postgresql://owner@db/complaints'],
    ['httpUrl', 'https://a.example/x', 'https://a.example/x'],
    ['origin', 'https://a.example:8443', 'https://a.example:8443'],
    ['secret', 'x'.repeat(32), 'x'.repeat(32)],
    ['colour', '#0b3a53', '#0b3a53'],
    ['colour', '#767676', '#767676'],
    ['origins', '', []],
    [
      'origins',
      'https://a.example, http://localhost:3000  https://a.example',
      ['https://a.example', 'http://localhost:3000'],
    ],
    ['isoDay', '2024-02-29', '2024-02-29'],
    ['jsonWebKey', '{"kty":"OKP","crv":"Ed25519"}', { kty: 'OKP', crv: 'Ed25519' }],
    ['level', 'debug', 'debug'],
  ])('is taken as %s: %s', (field, text, value) => {
    expect(FIELDS[field]?.parse(text)).toEqual(value);
  });

  it.each([
    ['port', '65536'],
    ['port', '-1'],
    ['port', '4000.5'],
    ['ipAddress', 'localhost'],
    ['bytes', '0'],
    ['bytes', '9007199254740993'],
    ['bytes', '2G'],
    ['plainText', 'a\nb'],
    ['plainText', 'a'.repeat(201)],
    ['postgresUrl', 'postgres://owner:secret@/complaints'],
    ['postgresUrl', 'postgres://db/complaints'],
    ['postgresUrl', 'postgres://owner@db/'],
    ['postgresUrl', 'mysql://owner@db/complaints'],
    ['httpUrl', 'a.example'],
    ['origin', ''],
    ['origin', 'a.example'],
    ['origin', 'https://a.example/'],
    ['origin', 'https://a.example/complaints'],
    ['origin', 'https://A.example'],
    ['origin', 'javascript:alert(1)'],
    ['secret', 'x'.repeat(31)],
    ['colour', '#fff'],
    ['colour', '#777777'],
    ['colour', 'navy'],
    ['colour', '#0b3a53; background: url(https://a.example)'],
    ['origins', '*'],
    ['origins', 'null'],
    ['origins', 'https://a.example/'],
    ['origins', 'https://A.example'],
    ['origins', 'https://a.example:443'],
    ['origins', 'a.example'],
    ['origins', 'https://*.a.example'],
    ['origins', 'https://a.example https://b.example/path'],
    ['isoDay', '2023-02-29'],
    ['isoDay', '29/02/2024'],
    ['jsonWebKey', '{"crv":"Ed25519"}'],
    ['jsonWebKey', 'no JSON'],
    ['level', 'loud'],
  ])('is refused as %s: %j', (field, text) => {
    const parsed = FIELDS[field]?.safeParse(text);
    expect(parsed?.error?.issues[0]?.message).toMatch(/Write /);
  });

  it('is a directory, there or not yet, and never a file or a way through one', () => {
    const base = mkdtempSync(path.join(tmpdir(), 'fields-'));
    const file = path.join(base, 'file');
    writeFileSync(file, '');
    for (const good of [base, path.join(base, 'new')]) expect(directory.safeParse(good).success).toBe(true);
    for (const bad of [file, path.join(file, 'inside')])
      expect(directory.safeParse(bad).error?.issues[0]?.message).toContain('Name a directory.');
    rmSync(base, { recursive: true });
  });
});

describe('a server and its port', () => {
  it.each(['database.example.gov.uk:5432', '10.0.0.7:6543', 'db:1'])('is %s', (text) => {
    expect(serverPlace.safeParse(text).success).toBe(true);
  });
  it.each([
    'database',
    'postgres://owner:secret@db:5432/x',
    'db:',
    'db:5432/complaints',
    '"db":5432',
    'db.:1',
  ])('is not %s, and that is said', (text) => {
    expect(serverPlace.safeParse(text).error?.issues[0]?.message).toMatch(
      /^is no server\. Write a server and its port/,
    );
  });
});
