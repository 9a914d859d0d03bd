/** For a product that loads a million rows on a desktop machine. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // The parts have some 80 in use at most; the rest is room for those that never say who they are.
  max_connections: '300',
  // Who connects and says nothing, or never sends a password, goes after this time in place of a minute. Our own give up then too.
  authentication_timeout: '5s',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  // A load writes 6 kB of log for each row: with the 8 MB that come by default it waits for the file 8,000 times in 100,000 rows.
  wal_buffers: '32MB',
  // What one session may have in files for sorting: a tool's login can set its time-out otherwise, and this it cannot.
  temp_file_limit: '8GB',
  // A client that was killed in a long statement gives its locks back soon.
  client_connection_check_interval: '2s',
  // The text of errors and statements holds personal data: the log keeps what the server says of itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** Only for servers whose data is thrown away: a crash of the machine would leave them broken. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // What the product stops itself is seen to stop long before.
  client_connection_check_interval: '30s',
};

/** The arguments that give the server its settings, at every start anew. */
export function serverSettings({
  throwaway,
  platform = process.platform,
}: {
  throwaway: boolean;
  platform?: string;
}): string[] {
  const settings: Record<string, string> = { ...SETTINGS, ...(throwaway ? THROWAWAY : {}) };
  // Windows cannot detect whether a client is still connected.
  if (platform === 'win32') delete settings.client_connection_check_interval;
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
