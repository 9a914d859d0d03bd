import type { LeftAlone } from '../../casework/live/take-over/take-over-complaints';
import { takeOverSystem } from '../../casework/live/take-over/take-over-system';
import type { StreamSubgraph } from '../../casework/stream/create-stream';
import type { AuditSigner } from '../../platform/audit/signer';
import type { Settings } from '../../platform/config/settings';
import type { Subgraph } from '../../platform/server/subgraph';
import { openTakeOver, type TakeOver } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import { COMMAND_LINE } from '../key/keys-on';
import type { TakeOverArguments } from './arguments';

type Asked = Omit<TakeOverArguments, 'dryRun'>;

/** The product's schemas, and who is told how far it is. */
export interface TakingOver {
  readonly schemas: Pick<Schemas, 'of' | 'subgraphs'>;
  readonly settings: Pick<Settings, 'clock'>;
  readonly auditSigner: AuditSigner;
  progress(takenOver: number): void;
}

/** What came of it. */
export interface SystemTakenOver {
  readonly on: string;
  readonly quarantinedRows: number;
  readonly streams: readonly {
    readonly stream: string;
    readonly takenOver: number;
    readonly left: readonly LeftAlone[];
  }[];
}

/**
 * Takes a system over: from its beginning on nothing of it is loaded, and its open complaints of every stream go on here.
 * Killed, it goes on where it was when it is asked again. Throws `LoadRefused` where it cannot begin.
 */
export async function takeOverOn(taking: TakingOver, asked: Asked): Promise<SystemTakenOver> {
  const { schemas, settings, auditSigner } = taking;
  const { clock } = settings;
  const begun = await openTakeOver(schemas.of('intake'), {
    ...{ source: asked.source, reason: asked.reason, as: COMMAND_LINE, clock, auditSigner },
    ...(asked.on === undefined ? {} : { on: asked.on }),
    keepers: streamsIn(schemas).map(({ name }) => name),
  });
  try {
    const streams = [];
    for (const { stream } of streamsIn(schemas).filter(({ name }) => begun.keepers.includes(name)))
      streams.push(await takeOverStream(taking, { stream, asked, begun }));
    await begun.finish();
    return { on: begun.on, quarantinedRows: begun.quarantinedRows, streams };
  } finally {
    await begun.end();
  }
}

async function takeOverStream(
  { schemas, settings, progress }: TakingOver,
  {
    stream,
    asked,
    begun,
  }: {
    readonly stream: StreamSubgraph['stream'];
    readonly asked: Asked;
    readonly begun: Pick<TakeOver, 'on'>;
  },
): Promise<SystemTakenOver['streams'][number]> {
  let came: SystemTakenOver['streams'][number] = { stream: stream.name, takenOver: 0, left: [] };
  const system = {
    ...{ dataSource: schemas.of(stream.name), stream, source: asked.source },
    ...{ on: begun.on, by: COMMAND_LINE.subject, now: settings.clock.now() },
  };
  for await (const soFar of takeOverSystem(system)) {
    came = { stream: stream.name, ...soFar };
    progress(soFar.takenOver);
  }
  return came;
}

export const streamsIn = ({ subgraphs }: Pick<Schemas, 'subgraphs'>): readonly StreamSubgraph[] =>
  subgraphs.filter((subgraph: Subgraph): subgraph is StreamSubgraph => 'stream' in subgraph);
