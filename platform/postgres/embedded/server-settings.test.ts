import { serverSettings } from './server-settings';

describe('the embedded server’s settings', () => {
  it('wait for the disk, unless its data is thrown away', () => {
    expect(serverSettings({ throwaway: false }).join(' ')).not.toContain('fsync');
    expect(serverSettings({ throwaway: true })).toContain('fsync=off');
  });

  it('look after lost clients where the system can tell', () => {
    const check = 'client_connection_check_interval=2s';
    expect(serverSettings({ throwaway: false, platform: 'linux' })).toContain(check);
    expect(serverSettings({ throwaway: false, platform: 'win32' })).not.toContain(check);
  });
});
