import path from 'node:path';
import { documentSettings } from './documents';
import { readSettings } from './settings';

const read = (env: Record<string, string>) => readSettings(env).documents;

describe('settings of documents', () => {
  it('have a folder beside the database, 50 MiB and no scanner where nothing is set', () => {
    expect(read({ DATA_DIR: '.data' })).toEqual({
      ...{ folder: path.resolve('.data/documents'), maximumBytes: 52_428_800, scanner: null },
    });
  });

  it('name folder, size and scanner', () => {
    const env = {
      DOCUMENTS_DIR: '/srv/documents',
      DOCUMENT_MAX_BYTES: '1000',
      SCANNER_URL: 'clamd://scanner',
    };
    expect(read(env)).toEqual({
      ...{ folder: '/srv/documents', maximumBytes: 1_000, scanner: { host: 'scanner', port: 3310 } },
    });
    expect(read({ SCANNER_URL: 'clamd://[::1]:99/' }).scanner).toEqual({ host: '::1', port: 99 });
    expect(documentSettings({ DATA_DIR: 'x', DOCUMENT_MAX_BYTES: 1 }).scanner).toBeNull();
  });

  it.each([
    ['http://scanner', /clamd:/],
    ['clamd://', /clamd:/],
    ['clamd://scanner/path', /clamd:/],
  ])('take no scanner that is none: %s', (SCANNER_URL, says) => {
    expect(() => read({ SCANNER_URL })).toThrow(says);
  });

  it('take no size that is looked at in memory and does not fit', () => {
    expect(() => read({ DOCUMENT_MAX_BYTES: '2147483648' })).toThrow(/200000000/);
  });
});
