import { runMain } from '../../scripts/product/refusal';
import { playStorm } from './storm/play-storm';
import { KILLS } from './storm/running';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const STORM = { officers: 50, complaints: 20, seconds: 60, kills: KILLS };

/**
 * `npm run check:storm [-- SEED]`: fifty officers at once on the same twenty complaints for a minute, while processes of the
 * product and its database are killed; every command that was acknowledged is there once, and nothing is lost.
 */
runMain(async () => {
  const seed = Number(process.argv[2] ?? 1);
  const { problems, ...figures } = await playStorm({ ...STORM, seed }, say);
  for (const problem of problems) say(`    ${problem}`);
  say(JSON.stringify({ seed, ...STORM, ...figures }, null, 2));
  say(problems.length === 0 ? 'Every acknowledged command is there once.' : `${problems.length} problems.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
});
