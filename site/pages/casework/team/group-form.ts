import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Form } from '../../../server/check-form';
import { isWorkStream, type WorkStream } from '../worklists/work-streams';
import type { TeamGroup } from './ask-team';

const LONGEST = 100;

/** The id of a new group, of its name: small letters, digits and hyphens; '' where the name has none. */
const groupIdOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');

/** A group as the graph takes it. */
export interface GroupSaid {
  readonly stream: WorkStream;
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly members: readonly string[];
  readonly callGroups: readonly string[];
}

/** What the form of a group says, field by field. */
export type TypedGroup = Readonly<
  Record<'stream' | 'id' | 'version' | 'name' | 'members' | 'callGroups', string>
>;

/** Reads the form of a group; `streams` are those in which somebody may make one. */
export function readGroup(
  form: Form,
  streams: readonly WorkStream[],
): { readonly typed: TypedGroup; readonly problems: readonly Problem[]; readonly said: GroupSaid | null } {
  const typed = {
    ...{ stream: textOf(form, 'stream'), id: textOf(form, 'id'), version: textOf(form, 'version') },
    ...{ name: textOf(form, 'name'), members: textOf(form, 'members') },
    callGroups: textOf(form, 'callGroups'),
  };
  const { stream, name } = typed;
  const id = typed.id || groupIdOf(name);
  const isKnown = isWorkStream(stream) && streams.includes(stream);
  const problems = [
    ...(isKnown ? [] : [{ field: 'stream', says: 'Choose the stream on whose complaints it works.' }]),
    ...(id === '' ? [{ field: 'name', says: 'Give it a name with letters or digits.' }] : []),
  ];
  const said = {
    ...{ id, name, version: Number(typed.version) || 0, members: linesOf(typed.members) },
    callGroups: linesOf(typed.callGroups),
  };
  return { typed, problems, said: isKnown && problems.length === 0 ? { ...said, stream } : null };
}

/** One a line, or with commas between. */
const linesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the form says of a group that is there. */
export const typedGroup = ({ stream, id, name, members, callGroups, version }: TeamGroup): TypedGroup => ({
  ...{ stream, id, name, version: String(version) },
  ...{ members: members.join('\n'), callGroups: callGroups.join('\n') },
});
