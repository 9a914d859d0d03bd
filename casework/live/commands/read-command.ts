import { byAnswering } from './by-answering';
import { byHandling } from './by-handling';
import { byHearing } from './by-hearing';
import { byTime } from './by-time';
import { Given } from './given';
import type { CommandEvent } from './mutation-names';
import type { CaseCommand, Reader } from './reader';

/** A command on a complaint that is there. */
export type CaseCommandEvent = Exclude<CommandEvent, 'record'>;

const READERS: Readonly<Record<CaseCommandEvent, Reader>> = {
  ...byHandling,
  ...byTime,
  ...byAnswering,
  ...byHearing,
};

/** A command as somebody asks for it, with what they gave besides. */
export interface ReadCommand {
  readonly command: CaseCommand;
  readonly given: Given;
}

/** Reads the arguments of a mutation on a complaint that is there. */
export function readCommand(event: CaseCommandEvent, asked: object): ReadCommand {
  const given = new Given();
  return { given, command: READERS[event](given, asked) };
}
