import { STREAMS } from '../../../filters/parts';
import { textsOf } from '../../../forms/fields';
import type { Stream } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import { streamOfId } from '../commands/ask-case';

/** A complaint as somebody saw it. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** What a box says that is ticked beside a complaint: which it is, and its version as it was seen. */
export const tickOf = ({ id, version }: Seen): string => `${id}@${version}`;

const TICK = /^(?<id>[\w-]{1,200})@(?<version>\d{1,9})$/;

/** Complaints that were ticked, by their streams; what no box of the site says is left out. */
export function readTicked(form: Form): ReadonlyMap<Stream, readonly Seen[]> {
  const byId = new Map(textsOf(form, 'complaint').flatMap(seenIn));
  const byStream = STREAMS.map((stream) => {
    const seen = [...byId].filter(([id]) => streamOfId(id) === stream);
    return [stream, seen.map(([id, version]) => ({ id, version }))] as const;
  });
  return new Map(byStream.filter(([, seen]) => seen.length > 0));
}

function seenIn(tick: string): [string, number][] {
  const { id, version } = TICK.exec(tick)?.groups ?? {};
  return id === undefined || streamOfId(id) === null ? [] : [[id, Number(version)]];
}
