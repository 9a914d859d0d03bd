import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

const NAMED = process.env.CHROME_PATH ?? '';

/** Chromium without windows: a page costs it a third of what it costs the others. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

/** Where Chromium and its like are on usual machines. */
const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** In which order to look for a browser whose times are to be those that people have. CHROME_PATH names any other. */
export const AS_PEOPLE_HAVE_IT: readonly string[] = [NAMED, ...KNOWN_PATHS, WITHOUT_WINDOWS];

/** Debian's packages, the one without windows first; older releases lack it. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

const INSTALL = ['install', '-y', '-qq', '--no-install-recommends'];
const INSTALL_MILLIS = 150_000;

/**
 * Finds a browser for tests. On a machine that has none, Debian's Chromium is installed where that may be done without
 * asking: as root, with apt. Throws what to install otherwise.
 */
export function findBrowser(paths: readonly string[] = [NAMED, WITHOUT_WINDOWS, ...KNOWN_PATHS]): string {
  const there = () => paths.find((each) => each !== '' && fs.existsSync(each));
  const found = there() ?? (install() ? there() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'These tests need a browser, and there is none. Install Chromium (apt-get install chromium-headless-shell), or name one in CHROME_PATH.',
  );
}

/** Whether Chromium was installed. */
function install(): boolean {
  if (process.getuid?.() !== 0 || !fs.existsSync('/usr/bin/apt-get')) return false;
  return runs(['update', '-qq']) && PACKAGES.some((name) => runs([...INSTALL, name]));
}

/** Whether apt did it. */
function runs(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', args, { stdio: 'ignore', timeout: INSTALL_MILLIS, env });
    return true;
  } catch {
    return false;
  }
}
