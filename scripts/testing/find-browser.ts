import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** Where Chromium and its like are on usual machines; CHROME_PATH names another. */
const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const INSTALL_MILLIS = 150_000;

/**
 * Finds a browser for tests. On a machine that has none, Debian's Chromium is installed where that may be done without
 * asking: as root, with apt. Throws what to install otherwise.
 */
export function findBrowser(
  paths: readonly string[] = [process.env.CHROME_PATH ?? '', ...KNOWN_PATHS],
): string {
  const there = () => paths.find((each) => each !== '' && fs.existsSync(each));
  const found = there() ?? (install() ? there() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'These tests need a browser, and there is none. Install Chromium (apt-get install chromium), or name one in CHROME_PATH.',
  );
}

/** Whether Chromium was installed. */
function install(): boolean {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false;
  const options = {
    stdio: 'ignore',
    timeout: INSTALL_MILLIS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    return true;
  } catch {
    return false;
  }
}
