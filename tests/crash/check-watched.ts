import { runMain } from '../../scripts/product/refusal';
import { playWatched } from './watched';

const ROUND = { files: 10, rows: 2_000, kills: 3 };

/** `npm run check:watched`: ten files dropped into the watched folder while the product is killed three times; each loaded once. */
runMain(async () => {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const end = await playWatched(ROUND, say);
  const { files, rows } = ROUND;
  const isExact =
    end.runs === files &&
    end.differentFiles === files &&
    end.loaded === files * rows &&
    end.held === files * rows &&
    end.done === files &&
    end.refused === 0;
  say(JSON.stringify(end));
  say(isExact ? 'Each file was loaded once.' : 'NOT EXACT');
  process.exitCode = isExact ? 0 : 1;
});
