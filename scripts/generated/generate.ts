import { runMain } from '../product/refusal';
import { ROOT } from '../product/root';
import { staleGenerated, writeGenerated } from './generated-files';

/** `npm run generate` writes the generated files that are committed; with `--check` it names the stale ones and exits 1. */
runMain(async () => {
  const project = { root: ROOT };
  if (!process.argv.includes('--check')) return writeGenerated(project);
  const stale = staleGenerated(project);
  if (stale.length === 0) return;
  const list = stale.map((file) => `  ${file}`).join('\n');
  process.stderr.write(
    `These files are not what npm run generate writes:\n${list}\nRun it, and commit what it wrote.\n`,
  );
  process.exit(1);
});
