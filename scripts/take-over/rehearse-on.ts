import { rehearseSystem, type SystemRehearsed } from '../../casework/live/take-over/rehearse-system';
import { rehearseTakeOver, type TakeOverRehearsed } from '../../subgraphs/intake/subgraph';
import { COMMAND_LINE } from '../key/keys-on';
import type { TakeOverArguments } from './arguments';
import { streamsIn, type TakingOver } from './take-over-on';

/** What taking a system over would come to. */
export interface Rehearsed extends TakeOverRehearsed {
  readonly streams: readonly SystemRehearsed[];
}

/** Tells what taking a system over would do, and what is in the way of it. Changes nothing. */
export async function rehearseOn(
  { schemas, settings: { clock } }: Pick<TakingOver, 'schemas' | 'settings'>,
  { source, on }: Pick<TakeOverArguments, 'source' | 'on'>,
): Promise<Rehearsed> {
  const keepers = streamsIn(schemas).map(({ name }) => name);
  const asked = { source, keepers, clock, ...(on === undefined ? {} : { on }) };
  const found = await rehearseTakeOver(schemas.of('intake'), asked);
  const streams = [];
  for (const { stream } of streamsIn(schemas).filter(({ name }) => found.keepers.includes(name)))
    streams.push(
      await rehearseSystem({
        ...{ dataSource: schemas.of(stream.name), stream, source },
        ...{ by: COMMAND_LINE.subject, now: clock.now() },
      }),
    );
  return { ...found, streams };
}
