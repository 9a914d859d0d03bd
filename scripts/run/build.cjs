'use strict';
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { alone } = require('./lock.cjs');
const { inRoot, root, say } = require('./root.cjs');

/** The folders that codegen writes into, beside what they are for. Not under version control. */
const GENERATED = '__generated__';
const SKIPPED = new Set(['node_modules', 'dist', GENERATED]);
/** What the product is compiled by; tsconfig.json checks the types of tests and bench as well. */
const PRODUCT = 'tsconfig.product.json';
const NOT_PRODUCT = new Set(['bench', 'tests']);
const TYPES_STAMP = inRoot('node_modules', '.generated');
const BUILD_STAMP = inRoot('dist', '.built');
const TYPE_SOURCES = ['schema', 'site/operations', 'codegen.yml', 'package-lock.json'];

/** Generates types and compiles, each only when its sources have changed. False when that failed, which has been told. */
function ensureBuilt() {
  if (isBuilt()) return true;
  return alone(() => {
    // Another process may have done it meanwhile.
    if (isBuilt()) return true;
    say('Building…');
    return generateTypes() && compile();
  });
}

const isBuilt = () => hasTypes() && isStamped(BUILD_STAMP, hashOf(buildSources()));

const hasTypes = () =>
  isStamped(TYPES_STAMP, hashOf(TYPE_SOURCES)) && typeOutputs().every((file) => fs.existsSync(inRoot(file)));

function generateTypes() {
  if (hasTypes()) return true;
  if (!runTool('@graphql-codegen/cli/cjs/bin.js', ['--config', 'codegen.yml'])) return false;
  fs.writeFileSync(TYPES_STAMP, hashOf(TYPE_SOURCES));
  return true;
}

function compile() {
  // A source that is gone would otherwise live on in what was compiled.
  fs.rmSync(inRoot('dist'), { recursive: true, force: true });
  if (!runTool('typescript/bin/tsc', ['-p', PRODUCT])) return false;
  fs.writeFileSync(BUILD_STAMP, hashOf(buildSources()));
  return true;
}

/** Runs a package's program; what it says is shown only when it fails. */
function runTool(program, args) {
  const command = inRoot('node_modules', ...program.split('/'));
  const result = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return true;
  say(`${result.stdout ?? ''}${result.stderr ?? ''}`.trim());
  say('The build failed; what the compiler says stands above.');
  return false;
}

/** Everything that the compiled programs are made of. */
function buildSources() {
  const { include } = JSON.parse(fs.readFileSync(inRoot('tsconfig.json'), 'utf8'));
  const folders = include.filter((folder) => !NOT_PRODUCT.has(folder));
  return [...folders, ...TYPE_SOURCES, 'tsconfig.json', PRODUCT];
}

/** The files that codegen.yml says it writes: its keys that end in .ts. */
function typeOutputs() {
  const lines = fs.readFileSync(inRoot('codegen.yml'), 'utf8').split('\n');
  return lines.flatMap((line) => /^\s+['"]?([\w./-]+\.ts)['"]?:\s*$/.exec(line)?.[1] ?? []);
}

/** Of the contents, not the times: a fresh clone and a changed branch touch every file. */
function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesUnder(place))
      hash
        .update(`${file}\0`)
        .update(fs.readFileSync(inRoot(file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** The files of a folder that are compiled or generated from, in a fixed order; or the file itself. */
function filesUnder(place) {
  const stat = fs.statSync(inRoot(place), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [place];
  const names = fs.readdirSync(inRoot(place)).filter((name) => !SKIPPED.has(name));
  const inner = names.sort().flatMap((name) => filesUnder(path.posix.join(place, name)));
  return inner.filter((file) => /\.(ts|graphql)$/.test(file) && !file.endsWith('.test.ts'));
}

function isStamped(stamp, hash) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash;
}

module.exports = { ensureBuilt };
