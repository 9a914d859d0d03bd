import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createState } from '../../platform/postgres/embedded/state';
import { aboutNewDatabase } from './new-database';

describe('before an import makes a database', () => {
  let dataDirectory: string;
  beforeAll(() => {
    dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'new-database-'));
  });
  afterAll(() => fs.rmSync(dataDirectory, { recursive: true }));

  it('says where, and who will show it', () => {
    const about = aboutNewDatabase({ database: { url: null }, dataDirectory });
    expect(about).toContain(`There is no database in ${dataDirectory} (DATA_DIR) yet`);
  });

  it('says nothing where there is one, here or at an address', () => {
    expect(aboutNewDatabase({ database: { url: 'postgres://owner@host/db' }, dataDirectory })).toBeNull();
    createState({
      directory: dataDirectory,
      data: path.join(dataDirectory, 'postgres'),
      superuserPassword: 'x',
    });
    expect(aboutNewDatabase({ database: { url: null }, dataDirectory })).toBeNull();
  });
});
