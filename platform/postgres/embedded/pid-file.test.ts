import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isServer, readPidFile, removeEmptyPidFile, removePidFile } from './pid-file';

describe('postmaster.pid', () => {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'pid-'));
  const write = (text: string) => fs.writeFileSync(path.join(data, 'postmaster.pid'), text);

  afterAll(() => fs.rmSync(data, { recursive: true }));

  it('tells process, directory, port and status', () => {
    write('4711\n/srv/data\n1700000000\n54321\n\n127.0.0.1\n  1234  5678\nready   \n');
    expect(readPidFile(data)).toEqual({
      pid: 4711,
      dataDirectory: '/srv/data',
      port: 54321,
      status: 'ready',
    });
  });

  it('has no port and status yet while the server starts', () => {
    write('4711\n/srv/data\n1700000000\n');
    expect(readPidFile(data)).toEqual({ pid: 4711, dataDirectory: '/srv/data', port: 0, status: '' });
  });

  it.each(['', '4711', 'what\n/srv/data\n'])('is none when only begun: %j', (text) => {
    write(text);
    expect(readPidFile(data)).toBeNull();
  });

  it('that a power cut left empty is removed once no server can be writing it', () => {
    write('');
    removeEmptyPidFile(data);
    expect(fs.existsSync(path.join(data, 'postmaster.pid'))).toBe(true);
    removeEmptyPidFile(data, new Date(Date.now() + 60_000));
    expect(fs.existsSync(path.join(data, 'postmaster.pid'))).toBe(false);
  });

  it('is none when it is not there, and may be removed twice', () => {
    removePidFile(data);
    removePidFile(data);
    expect(readPidFile(data)).toBeNull();
  });
});

describe('a server’s process', () => {
  it('is not any process that lives', () => {
    expect(isServer(process.pid)).toBe(false);
  });

  it('is none that has ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('close', resolve));
    expect(isServer(child.pid!)).toBe(false);
  });
});
