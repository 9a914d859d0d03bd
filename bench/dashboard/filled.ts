import fs from 'node:fs';
import { grouped, timed } from '../figures';
import { openBench, removeDirectory } from '../open-bench';
import { benchPath } from '../place';
import { tell } from '../report';
import { fillFacts } from './fill-facts';

/** The data directory of a council with so many stages. Made up once, and kept for the next time. */
export async function filled(stages: number): Promise<string> {
  const directory = benchPath(`dashboard-${stages}`);
  const done = `${directory}.filled`;
  if (fs.existsSync(done)) return directory;
  removeDirectory(directory);
  const database = await openBench(directory);
  tell(`Making up ${grouped(stages)} stages, once for this bench…`);
  const { millis } = await timed(() => fillFacts(database.client, stages));
  tell(`Made up in ${(millis / 1_000).toFixed(0)} s.`);
  await database.stop();
  fs.writeFileSync(done, '');
  return directory;
}
