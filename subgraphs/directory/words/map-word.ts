import { channelNamed, serviceNamed } from '../../../contracts/events/names';
import { foldWord } from '../../../domain/words/fold-word';
import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { keepAllNames, lockNames } from '../names/seed';
import { type Decided, decide } from './decide';
import type { Meaning } from './decisions';
import { alwaysMeant, findingDoesNotFit, type Mapped, unknownChannel, unknownService } from './refusals';

/** A service or a channel as directory publishes it; the one has former names, the other has other ones. */
interface Payload {
  readonly id: string;
  readonly name: string;
  readonly formerNames?: readonly string[];
  readonly otherNames?: readonly string[];
}

interface Named {
  readonly kind: 'service' | 'channel';
  readonly event: string;
  /** Where further names are listed. */
  readonly list: 'formerNames' | 'otherNames';
  means(payload: Payload): Meaning;
}

const SERVICE: Named = {
  kind: 'service',
  event: serviceNamed.kind,
  list: 'formerNames',
  means: ({ id }) => ({ serviceId: id }),
};
const CHANNEL: Named = {
  kind: 'channel',
  event: channelNamed.kind,
  list: 'otherNames',
  means: ({ id, name }) => ({ channelId: id, channel: name }),
};

interface NameAsked {
  readonly written: string;
  readonly id: string;
  readonly from: unknown;
  readonly reason: string | null;
  readonly basedOnVersion: number | null;
}

/** Decides which service a word means. Throws BAD_USER_INPUT for a `from` that is no day, as the others do. */
export const mapService = (
  context: OperationContext,
  asked: NameAsked,
): Promise<Decided | Refused<'UnknownService'>> => mapName(context, SERVICE, asked, unknownService);

/** Decides which channel a word means. */
export const mapChannel = (
  context: OperationContext,
  asked: NameAsked,
): Promise<Decided | Refused<'UnknownChannel'>> => mapName(context, CHANNEL, asked, unknownChannel);

/** Decides how a stage ended that a system closed with this code. */
export async function mapClosureCode(
  context: OperationContext,
  asked: {
    readonly source: string;
    readonly written: string;
    readonly outcome: string | null;
    readonly closureReason: string;
    readonly from: unknown;
    readonly reason: string | null;
    readonly basedOnVersion: number | null;
  },
): Promise<Decided | Refused<'FindingDoesNotFit'>> {
  const { outcome, closureReason, source, ...given } = asked;
  if ((outcome === null) === (closureReason === 'ANSWERED')) return findingDoesNotFit;
  const means = { outcome, closureReason };
  const { result } = await decide(
    context,
    { ...given, kind: 'closure-code', source: foldWord(source), means },
    () => Promise.resolve(null),
  );
  return result;
}

async function mapName<Unknown extends Refused<string>>(
  context: OperationContext,
  named: Named,
  { id, ...given }: NameAsked,
  unknown: (id: string) => Unknown,
): Promise<Decided | Unknown> {
  const { transaction } = context;
  await lockNames(transaction);
  const target = (await payloads(transaction, named)).find((payload) => payload.id === id);
  if (target === undefined) return unknown(id);
  const asked = { ...given, kind: named.kind, source: null, means: named.means(target) };
  const { result, isNew } = await decide(context, asked, () => knownBy(transaction, named, given.written));
  // The word is from now on one of the names of what it means, and of nothing else: figures can be asked for by it.
  if (isNew) await keepAllNames(transaction);
  return result;
}

/** What a word means by the names that came with the product. */
async function knownBy(transaction: Transaction, named: Named, written: string): Promise<Mapped | null> {
  const word = foldWord(written);
  const all = await payloads(transaction, named);
  const found =
    all.find(({ name }) => foldWord(name) === word) ??
    all.find((payload) => (payload[named.list] ?? []).some((other) => foldWord(other) === word));
  return found ? alwaysMeant({ kind: named.kind, written, id: found.id }) : null;
}

async function payloads(transaction: Transaction, { event }: Named): Promise<Payload[]> {
  const rows = await transaction.query<{ payload: Payload }>(
    'select payload from directory.named where kind = $1 order by id',
    [event],
  );
  return rows.map(({ payload }) => payload);
}
