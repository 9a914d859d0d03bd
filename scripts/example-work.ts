import { castMember } from '../demo/sign-in/cast';
import { exampleWork } from '../demo/work/example-work';
import { londonDayOf } from '../domain/calendar/day';
import { readSettings } from '../platform/config/settings';
import { askingAs } from './product/ask-as';
import { ExampleRefused, type PlayedWork, playExampleWork } from './product/play-example-work';
import { runMain } from './product/refusal';

const FAILED = 1;

/** `npm run --silent example-work`: plays the work of a made-up team through the running demonstration. */
runMain(async () => {
  const settings = readSettings(process.env, { part: 'import' });
  const { production, token, demonstration, gatewayPort, clock } = settings;
  if (production || !demonstration || token.jwksUrl !== null)
    return fail(
      'Made-up work is for the demonstration alone: without NODE_ENV=production, DEMO=off and TOKEN_JWKS_URL.',
    );
  const askAs = await askingAs(settings, `http://127.0.0.1:${gatewayPort}`);
  try {
    const played = await playExampleWork(askAs, exampleWork(londonDayOf(clock.now())));
    process.stdout.write(saidOf(played));
  } catch (error) {
    if (error instanceof ExampleRefused) return fail(error.message);
    fail(
      `The product does not answer at port ${gatewayPort}. Start it with npm start, in another terminal, with the same settings.`,
    );
  }
});

function saidOf({ complaints, thereBefore, enquiries }: PlayedWork): string {
  const people = ['olu', 'cora', 'mark', 'hana', 'amir', 'bea'].map(
    (subject) => castMember(subject)?.name ?? subject,
  );
  return [
    `${complaints} complaints were recorded and worked on, and ${enquiries} enquiries of an ombudsman.`,
    ...(thereBefore > 0 ? [`${thereBefore} were there before, and stay as they stand.`] : []),
    `Sign in to the site as ${people.join(', ')}, and open Casework.`,
    'Figures reach up to today from now on. For the demonstration as it was, start with another DATA_DIR.',
    '',
  ].join('\n');
}

function fail(says: string): void {
  process.stderr.write(`${says}\n`);
  process.exitCode = FAILED;
}
