import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTargets } from '../../scripts/product/demonstration-targets';
import { runMain } from '../../scripts/product/refusal';
import { runProduct } from '../../scripts/testing/running-product';
import { DEMONSTRATION } from '../../scripts/testing/running-site';
import { makeRoot, settingsOf } from '../crash/place';
import { checkFile } from './check-file';
import { writeSeededReports } from './seeded-reports';

/** `npm run check:documents`: each seeded report in every kind of file, opened, drawn and read by programs that are not ours. */
runMain(async () => {
  const root = makeRoot(os.tmpdir());
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'documents-'));
  try {
    process.exitCode = (await checked(root, folder)) ? 0 : 1;
  } finally {
    fs.rmSync(root, { recursive: true });
  }
  say(`Files and pictures: ${folder}`);
});

/** Whether every file is what it is to be. */
async function checked(root: string, folder: string): Promise<boolean> {
  const settings = settingsOf(path.join(root, 'data'));
  await DEMONSTRATION.fill(settings);
  const product = await runProduct(settings);
  try {
    await setTargets({ ...settings, demonstration: true }, product.url);
    say(['file', 'bytes', 'pages', 'what was found'].join('\t'));
    let isRight = true;
    for (const name of await writeSeededReports(product, folder)) {
      const { pages, found, isSound } = await checkFile(folder, name);
      say([name, fs.statSync(path.join(folder, name)).size, pages ?? '', found].join('\t'));
      isRight &&= isSound;
    }
    return isRight;
  } finally {
    await product.stop();
    await product.database.stop();
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
