// Runs dependency-cruiser over one or more trees, each with the same folder names as this one.
// A process of its own, because dependency-cruiser is an ES module, which Jest does not load.
const fs = require('node:fs');
const path = require('node:path');
const { forbidden, options } = require('../../.dependency-cruiser.cjs');

const folders = JSON.parse(fs.readFileSync(path.join(__dirname, '../../tsconfig.json'), 'utf8')).include;
const { enhancedResolveOptions, ...cruiseOptions } = options;

/** What one tree holds and which rules it breaks. */
async function judge(cruise, baseDir) {
  const there = folders.filter((folder) => fs.existsSync(path.join(baseDir, folder)));
  const settings = { ...cruiseOptions, baseDir, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(there, settings, enhancedResolveOptions);
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { violations, modules: output.modules.map(({ source }) => source) };
}

async function main() {
  const { cruise } = await import('dependency-cruiser');
  const trees = JSON.parse(fs.readFileSync(0, 'utf8'));
  const found = [];
  for (const tree of trees) found.push(await judge(cruise, tree));
  process.stdout.write(JSON.stringify(found));
}

main();
