import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { documentResolvers } from '../../casework/documents/document-resolvers';
import { filesHeld } from '../../casework/documents/read-documents';
import { openSpool } from '../../platform/files/spool';
import { createLogger } from '../../platform/logging/logger';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { watchDocuments } from './kept-documents';
import { streamNames } from './subgraphs';
import { sweepDocuments } from './sweep-documents';

describe('files of documents', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await testDatabase([corporate]);
    folder = await mkdtemp(path.join(os.tmpdir(), 'kept-documents-'));
    await database.owner.query('alter table corporate.complaint no force row level security');
    await database.owner.query(
      `insert into corporate.complaint (id, authority, version) values ('corporate-1', 'stockport', 1)`,
    );
    await database.owner.query(`alter table corporate.document no force row level security`);
    await database.owner.query(
      `insert into corporate.document values ('corporate-d', 'corporate-1', 2, 0, 1, 'a', 'text/plain', 1, 'h', 'UPLOAD', null,
       '[]', 'held', 'olu', now())`,
    );
    const long = new Date(Date.now() - 3_600_000);
    for (const name of ['held', 'orphan', 'broken.part', 'new'])
      await writeFile(path.join(folder, name), 'x').then(() =>
        name === 'new' ? undefined : utimes(path.join(folder, name), long, long),
      );
  });
  afterAll(async () => {
    await database.stop();
    await rm(folder, { recursive: true });
  });

  it('are all left where one stream cannot be asked', async () => {
    const schemas = {
      of: () => {
        throw new Error('away');
      },
    };
    await expect(sweepDocuments(openSpool(folder), schemas, ['corporate'])).rejects.toThrow('away');
    expect(await readdir(folder)).toHaveLength(4);
  });

  it('are removed where no document is held by them, and nobody just writes them', async () => {
    await sweepDocuments(openSpool(folder), database, ['corporate']);
    expect((await readdir(folder)).sort()).toEqual(['held', 'new']);
    const held = await inTransaction(database.of('corporate'), IMPORT_SCOPE, (transaction) =>
      filesHeld(transaction, 'corporate', ['held', 'new']),
    );
    expect(held).toEqual(['held']);
  });

  it('are looked through at the start, and no more once that is stopped', async () => {
    const logger = createLogger({ level: 'silent' });
    const settings = { documents: { folder } };
    const watched = watchDocuments(
      { schemas: { of: () => database.of('corporate') }, settings } as never,
      logger,
    );
    await watched.stop();
    expect((await readdir(folder)).sort()).toEqual(['held', 'new']);
  });

  it('are asked for of all streams', () => {
    expect(streamNames()).toEqual(['adults', 'childrens', 'corporate', 'schools']);
    expect(Object.keys(documentResolvers())).toContain('LiveCase');
  });
});
