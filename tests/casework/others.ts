import { type CommandAsked, doCommand } from '../../casework/live/do-command';
import { recordCase } from '../../casework/live/record-case';
import type { CommandResult } from '../../casework/live/refusals';
import { asPerson, keyOf, party, recorded } from '../../casework/live/testing';
import type { StreamContext } from '../../casework/reading/loaders';
import type { Day } from '../../domain/calendar/day';
import { OTHERS } from '../../domain/procedure/testing/random-commands';
import { wordsOf } from './asked-words';
import type { Others, Played } from './played';

const [GOES_ON, GOES_ON_TOO, MERGED] = OTHERS;

/** The service that they are about. */
export const OF_SERVICE = 'waste';

/** Whether one of the others goes on: the third was merged into the first. */
export const goesOn = (name: string): boolean => name === GOES_ON || name === GOES_ON_TOO;

/** Records the other complaints of a stream, all of the same service, and merges one of them. */
export async function recordOthers(
  { stream, dataSource }: Pick<Played, 'stream' | 'dataSource'>,
  today: Day,
): Promise<Others> {
  const officer = { subject: 'olive', role: 'officer', streams: [stream.name] };
  const as = (work: (context: StreamContext) => Promise<CommandResult>) =>
    asPerson({ stream, dataSource, today }, officer, work);
  const others = new Map<string, string>();
  for (const [number, name] of [GOES_ON, GOES_ON_TOO, MERGED].entries()) {
    const command = recorded({ receivedOn: today, serviceId: OF_SERVICE });
    const asked = { ...SAID, key: keyOf(FIRST_KEY + number), command };
    others.set(name, done(await as((context) => recordCase(context, asked))));
  }
  const [into = '', id = ''] = [others.get(GOES_ON), others.get(MERGED)];
  const merge: CommandAsked = {
    ...{ key: keyOf(FIRST_KEY + others.size), id, version: 1 },
    command: { event: 'merge', on: today, into },
  };
  done(await as((context) => doCommand(context, merge)));
  return others;
}

/** No sequence has a key of so many. */
const FIRST_KEY = 900_000_000;
export const SURNAME = 'Madeup';
const SAID = { words: wordsOf('record'), parties: [party({ surname: SURNAME })] };

function done(answer: CommandResult): string {
  if (answer.__typename !== 'CommandDone') throw new Error(`Not done: ${answer.code}`);
  return answer.complaintId;
}
