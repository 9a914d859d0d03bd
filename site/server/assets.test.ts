import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify from 'fastify';
import { serveAssets } from './assets';

describe('the files that pages are drawn with', () => {
  const roots: string[] = [];
  afterAll(() => {
    for (const root of roots) rmSync(root, { recursive: true });
  });

  function rootWith(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(path.join(tmpdir(), 'assets-'));
    roots.push(root);
    mkdirSync(path.join(root, 'site', 'assets'), { recursive: true });
    for (const [name, text] of Object.entries(files))
      writeFileSync(path.join(root, 'site', 'assets', name), text);
    return root;
  }
  const served = (files: Readonly<Record<string, string>>, made: Readonly<Record<string, string>> = {}) => {
    const app = Fastify();
    return { app, address: serveAssets(app, rootWith(files), made) };
  };

  it('are kept by browsers for a year, under an address that tells their contents', async () => {
    const { app, address } = served({ 'site.css': 'body{}', 'site.js': '' }, { 'council.css': ':root{}' });
    expect(address('site.css')).toMatch(/^\/assets\/site\.[0-9a-f]{12}\.css$/);
    for (const [name, type, text] of [
      ['site.css', 'text/css; charset=utf-8', 'body{}'],
      ['site.js', 'text/javascript; charset=utf-8', ''],
      ['council.css', 'text/css; charset=utf-8', ':root{}'],
    ] as const) {
      const answer = await app.inject(address(name));
      expect([answer.statusCode, answer.headers['content-type'], answer.body]).toEqual([200, type, text]);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    await app.close();
  });

  it('get another address when they change, and what is not there has none', async () => {
    const [one, other] = [served({ 'site.css': 'body{}' }), served({ 'site.css': 'main{}' })];
    expect(one.address('site.css')).not.toBe(other.address('site.css'));
    expect((await other.app.inject(one.address('site.css'))).statusCode).toBe(404);
    expect((await one.app.inject('/assets/..%2f..%2fpackage.json')).statusCode).toBe(404);
    expect(() => one.address('gone.css')).toThrow('no file gone.css');
    await Promise.all([one.app.close(), other.app.close()]);
  });

  it('are refused at the start where they are of a kind that pages do not use', async () => {
    const { app, address } = served({ 'icon.svg': '<svg/>' });
    expect((await app.inject(address('icon.svg'))).headers['content-type']).toBe('image/svg+xml');
    await app.close();
    expect(() => served({ 'notes.txt': 'words' })).toThrow('notes.txt is of no kind that pages use');
  });
});
