'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { alone } = require('./lock.cjs');
const { npm } = require('./npm.cjs');
const { inRoot, say } = require('./root.cjs');

const LOCK_FILE = inRoot('package-lock.json');
const STAMP = inRoot('node_modules', '.installed');
/** Where npm itself writes down what it has installed, when it has finished. */
const INSTALLED = inRoot('node_modules', '.package-lock.json');

/** Installs the packages of the lock file unless they are there. False when that failed, which has been told. */
function ensureInstalled() {
  if (isStamped()) return true;
  return alone(() => {
    // Another process, or the person by hand, may have done it.
    if (!isStamped() && !matchesLockFile() && !install()) return false;
    fs.writeFileSync(STAMP, wanted());
    return true;
  });
}

function isStamped() {
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted();
}

function wanted() {
  const major = process.versions.node.split('.')[0];
  const hash = createHash('sha256').update(fs.readFileSync(LOCK_FILE));
  return hash.update(`${process.platform}-${process.arch}-${major}`).digest('hex');
}

/** True when npm says that everything of the lock file is installed which this platform can use. */
function matchesLockFile() {
  if (!fs.existsSync(INSTALLED)) return false;
  const installed = JSON.parse(fs.readFileSync(INSTALLED, 'utf8')).packages;
  const locked = JSON.parse(fs.readFileSync(LOCK_FILE, 'utf8')).packages;
  return Object.entries(locked).every(([place, wanted]) => {
    const there = installed[place];
    if (place === '') return true;
    return there ? there.version === wanted.version : wanted.optional === true && !isForThisPlatform(wanted);
  });
}

/** True for a package of binaries for this very machine: absent when node_modules was copied from another one. */
function isForThisPlatform({ os, cpu, libc }) {
  if (os === undefined) return false;
  const fits = (list, mine) => list === undefined || list.includes(mine);
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcHere());
}

function libcHere() {
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function install() {
  say('Installing packages. The first time this takes a minute or two…');
  const exact = quietly('ci');
  if (exact.status === 0) return true;
  // A registry may lack one platform's package, or the lock file may be behind package.json.
  const locked = fs.readFileSync(LOCK_FILE);
  const loose = quietly('install');
  fs.writeFileSync(LOCK_FILE, locked);
  if (loose.status === 0) return true;
  say(`${exact.output}\n${loose.output}`);
  say(
    'The packages could not be installed. Check the network and the npm registry that is set, then run the command again.',
  );
  return false;
}

/** Quiet: what npm says is shown only when nothing else helped. */
function quietly(command) {
  // Building needs the development packages, in production too.
  const args = [command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stdout, stderr } = npm(args);
  return { status, output: `${stdout}${stderr}`.trim() };
}

module.exports = { ensureInstalled };
