import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from '../../platform/identity/identity';
import type { Refusal, ToldRefusal } from '../entrance/refusal';
import type { Caller } from '../graph/caller';

/** Where a request came in. */
export interface Place {
  /** Under which origin; null where that is not known. */
  readonly origin: string | null;
}

/** A request that has come through the entrance: who asks, and what they sent. */
export interface Visit extends Place {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly caller: Caller;
  readonly body: Buffer;
}

/** What an open door may know of a request: how it is asked, and nothing of who asks or what they send. */
export type OpenRequest = Pick<IncomingMessage, 'method' | 'url'> & {
  readonly headers: Pick<IncomingHttpHeaders, 'accept'>;
};

/** A door that anybody may use, such as health. */
export interface OpenDoor {
  readonly isOpen: true;
  /** Whether it answers at this path (without its query). */
  matches(path: string): boolean;
  /** May throw a `Refusal`. */
  answer(response: ServerResponse, request: OpenRequest, place: Place): Promise<void> | void;
}

/** A door for those who are signed in, within the limits of one caller. */
export interface GuardedDoor {
  readonly isOpen: false;
  /** Whether it answers at this path (without its query). */
  matches(path: string): boolean;
  /** Which allowance of its caller it uses: that of questions, unless it takes or gives files. */
  readonly budget?: 'files';
  /** How long a body may be; 0 where none is expected. */
  readonly maxBodyBytes: number;
  /** Whether who comes without a sign-in is told of Basic, too: tools of the desk send a key where they are asked for one, and not before. */
  readonly alsoBasic?: true;
  /** How a refusal is told, where that is not as GraphQL does. */
  tell?(refusal: Refusal): ToldRefusal;
  answer(visit: Visit): Promise<void> | void;
}

/** A request whose body is still to come. */
export interface Arriving {
  readonly request: IncomingMessage;
  readonly identity: Identity;
  /** Aborted when the caller has hung up. */
  readonly signal: AbortSignal;
}

/** A door for those who are signed in that takes bodies of any length as they come, in place of having them read. */
export interface StreamingDoor extends Pick<GuardedDoor, 'isOpen' | 'budget' | 'matches'> {
  readonly isStreaming: true;
  /**
   * Takes the body, before the caller holds a slot, and sees itself to how long it may be and take. Gives what answers once
   * the caller has one. May throw a `Refusal`.
   */
  receive(arriving: Arriving): Promise<(visit: Omit<Visit, 'body'>) => Promise<void> | void>;
}

/** What answers at a path of the gateway, or below one. The entrance sees to everything that doors have in common. */
export type Door = OpenDoor | GuardedDoor | StreamingDoor;

/** Matches one path alone. */
export const at =
  (path: string): Door['matches'] =>
  (asked) =>
    asked === path;
