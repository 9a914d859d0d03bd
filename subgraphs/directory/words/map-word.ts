import { channelNamed, serviceNamed } from '../../../contracts/events/names';
import { foldWord } from '../../../domain/words/fold-word';
import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { keepNames, type Name, nameOf } from '../names/name';
import { type Decided, decide } from './decide';
import { decidedNames, type Meaning, withDecided } from './decisions';
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
  /** The name with further ones in its list, as its event publishes it. */
  renamed(payload: object): Name;
}

const SERVICE: Named = {
  kind: 'service',
  event: serviceNamed.kind,
  list: 'formerNames',
  means: ({ id }) => ({ serviceId: id }),
  renamed: (payload) => nameOf(serviceNamed, serviceNamed.parse(payload)),
};
const CHANNEL: Named = {
  kind: 'channel',
  event: channelNamed.kind,
  list: 'otherNames',
  means: ({ id, name }) => ({ channelId: id, channel: name }),
  renamed: (payload) => nameOf(channelNamed, channelNamed.parse(payload)),
};

interface NameAsked {
  readonly written: string;
  readonly id: string;
  readonly from: unknown;
  readonly reason: string | null;
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
  },
): Promise<Decided | Refused<'FindingDoesNotFit'>> {
  const { outcome, closureReason, source, written, from, reason } = asked;
  if ((outcome === null) === (closureReason === 'ANSWERED')) return findingDoesNotFit;
  const means = { outcome, closureReason };
  const { result } = await decide(
    context,
    { kind: 'closure-code', source: foldWord(source), written, from, reason, means },
    () => Promise.resolve(null),
  );
  return result;
}

async function mapName<Unknown extends Refused<string>>(
  context: OperationContext,
  named: Named,
  { written, id, from, reason }: NameAsked,
  unknown: (id: string) => Unknown,
): Promise<Decided | Unknown> {
  const { transaction } = context;
  const target = (await payloads(transaction, named)).find((payload) => payload.id === id);
  if (target === undefined) return unknown(id);
  const asked = { kind: named.kind, source: null, written, from, reason, means: named.means(target) };
  const { result, isNew } = await decide(context, asked, () => knownBy(transaction, named, written));
  if (isNew) await nameFurther(transaction, named, target);
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

/** The word is from now on one of the names, so that figures can be asked for by it. */
async function nameFurther(
  transaction: Transaction,
  { kind, list, renamed }: Named,
  target: Payload,
): Promise<void> {
  const decided = await decidedNames(transaction);
  const names = withDecided(target[list] ?? [], decided.get(`${kind}/${target.id}`) ?? []);
  await keepNames(transaction, [renamed({ ...target, [list]: names })]);
}

/** Locked, so that two words for one service at once are both added. */
async function payloads(transaction: Transaction, { event }: Named): Promise<Payload[]> {
  const rows = await transaction.query<{ payload: Payload }>(
    'select payload from directory.named where kind = $1 order by id for update',
    [event],
  );
  return rows.map(({ payload }) => payload);
}
