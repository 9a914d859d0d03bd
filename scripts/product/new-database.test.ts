import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createState } from '../../platform/postgres/embedded/state';
import { aboutNewDatabase, isNewDatabase } from './new-database';
import { ROOT } from './root';

describe('before a command makes a database', () => {
  let dataDirectory: string;
  beforeAll(() => {
    dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'new-database-'));
  });
  afterAll(() => fs.rmSync(dataDirectory, { recursive: true }));

  it('says where, and what that means', () => {
    const place = { database: { url: null }, dataDirectory };
    const about = aboutNewDatabase(place, 'It is another.');
    expect(about).toBe(
      `There is no database in ${dataDirectory} (DATA_DIR) yet, so one is made. It is another.`,
    );
    expect(isNewDatabase(place)).toBe(true);
  });

  it('says nothing where there is one, here or at an address', () => {
    expect(aboutNewDatabase({ database: { url: 'postgres://owner@host/db' }, dataDirectory }, '')).toBeNull();
    createState({
      directory: dataDirectory,
      data: path.join(dataDirectory, 'postgres'),
      superuserPassword: 'x',
    });
    expect(aboutNewDatabase({ database: { url: null }, dataDirectory }, '')).toBeNull();
  });
});

describe('a command where no product has been', () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'no-product-'));
  });
  afterEach(() => fs.rmSync(dataDirectory, { recursive: true }));

  function run(command: string, env: Record<string, string>, ...args: readonly string[]) {
    const program = ['-r', './scripts/run/typescript.cjs', `scripts/${command}.ts`, ...args];
    return spawnSync(process.execPath, program, {
      ...{ cwd: ROOT, encoding: 'utf8' },
      env: { PATH: process.env.PATH, DATA_DIR: dataDirectory, ...env },
    });
  }

  it('makes no login for SQL, and no database', () => {
    const { status, stdout, stderr } = run('bi-login', {}, 'analyst');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `There is no product’s database in ${dataDirectory} (DATA_DIR). Start the product first, or write DATA_DIR=… as for npm start.\n`,
    );
    expect(fs.readdirSync(dataDirectory)).toEqual([]);
  });

  it('says whom a key made there is of no use to, before anything else', () => {
    // A part's own database that is not there ends it before it makes one, which would take its time.
    const env = { DATABASE_URL_CORPORATE: 'postgres://nobody@127.0.0.1:1/nothing' };
    const { status, stdout, stderr } = run('key', env, 'create', '--role', 'analyst');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      `There is no database in ${dataDirectory} (DATA_DIR) yet, so one is made. A product that runs with another DATA_DIR refuses its keys.\n`,
    );
  });
});
