import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { plant } from './planted';
import { ROOT } from './tree';

const BIOME = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

/** The product's own rules, for a tree that git does not know. */
function rules(): string {
  const settings = JSON.parse(fs.readFileSync(path.join(ROOT, 'biome.json'), 'utf8')) as object;
  return JSON.stringify({ ...settings, $schema: undefined, vcs: { enabled: false } });
}

/** Lints each piece of code in its place, and gives back the rules that it breaks. */
function broken(files: Readonly<Record<string, string>>): Record<string, string[]> {
  const tree = plant({ ...files, 'biome.json': rules() });
  const answer = spawnSync(process.execPath, [BIOME, 'lint', '--reporter=github', '--max-diagnostics=none'], {
    cwd: tree.root,
    encoding: 'utf8',
  });
  tree.remove();
  const found: Record<string, string[]> = Object.fromEntries(Object.keys(files).map((file) => [file, []]));
  for (const [, rule = '', file = ''] of answer.stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)) {
    found[path.relative(tree.root, file)]?.push(rule);
  }
  return found;
}

const READS_ENVIRONMENT = 'export const port = process.env.GATEWAY_PORT;\n';
const ASSERTS = 'export const first = (all: string[]) => all[0]!.length;\n';

describe('the linter', () => {
  it('refuses what the product does without', () => {
    const found = broken({
      'gateway/environment.ts': READS_ENVIRONMENT,
      'casework/environment.ts': READS_ENVIRONMENT,
      'subgraphs/insight/environment.ts': READS_ENVIRONMENT,
      'casework/any.ts': 'export const is = (value: any) => value.is;\n',
      'casework/assertion.ts': ASSERTS,
      'casework/default.ts': 'export default 1;\n',
      'casework/console.ts': "console.log('here');\n",
    });
    expect(found).toEqual({
      'gateway/environment.ts': ['noProcessEnv'],
      'casework/environment.ts': ['noProcessEnv'],
      'subgraphs/insight/environment.ts': ['noProcessEnv'],
      'casework/any.ts': ['noExplicitAny'],
      'casework/assertion.ts': ['noNonNullAssertion'],
      'casework/default.ts': ['noDefaultExport'],
      'casework/console.ts': ['noConsole'],
    });
  });

  it('lets each place do what is its to do', () => {
    const files = {
      'platform/config/environment.ts': READS_ENVIRONMENT,
      'platform/testing/environment.ts': READS_ENVIRONMENT,
      'scripts/environment.ts': `${READS_ENVIRONMENT}console.log(port);\n`,
      'casework/assertion.test.ts': ASSERTS,
    };
    expect(Object.values(broken(files)).flat()).toEqual([]);
  });
});
