import { randomUUID } from 'node:crypto';
import type { Random } from '../../../demo/random';

/** What an officer asks for, besides the complaint. */
export interface Wanted {
  readonly event: string;
  readonly mutation: string;
  readonly words: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const ANSWER = `__typename ... on CommandDone { version entry { id place event by } }
  ... on Refusal { code } ... on ComplaintChanged { version }`;

const command = (verb: string, declared: string, given: string): string =>
  `mutation ($key: ID!, $id: ID!, $version: Int!${declared}) {
    done: ${verb}CorporateComplaint(key: $key, id: $id, version: $version${given}) { ${ANSWER} } }`;

export const RECORD = `mutation ($key: ID!, $input: RecordComplaintInput!) {
  done: recordCorporateComplaint(key: $key, input: $input) { ${ANSWER} } }`;

const NOTE = command('note', ', $note: String!', ', note: $note');
const ASSIGN = command('assign', ', $to: String', ', to: $to');
const ACCEPT = command('accept', '', '');
const HAND_BACK = command('handBack', ', $reason: String!', ', reason: $reason');
const ACKNOWLEDGE = command('acknowledge', ', $on: Date!', ', on: $on');
const ANSWERED = command(
  'answer',
  ', $on: Date!, $outcome: Outcome!, $summary: String!',
  ', on: $on, outcome: $outcome, summary: $summary',
);
const REOPEN = command('reopen', ', $on: Date!, $reason: String!', ', on: $on, reason: $reason');

/** One of the things that officers do all day, with words of its own where some are written. */
export function wantedOf(random: Random, { officer, today }: { officer: string; today: string }): Wanted {
  const words = `Made up: ${randomUUID()}`;
  const drawn = Math.floor(random.next() * 12);
  if (drawn < 5) return { event: 'NOTE', mutation: NOTE, words, variables: { note: words } };
  if (drawn < 8) return { event: 'ASSIGN', mutation: ASSIGN, words: null, variables: { to: officer } };
  if (drawn === 8) return { event: 'ACCEPT', mutation: ACCEPT, words: null, variables: {} };
  if (drawn === 9) return { event: 'HAND_BACK', mutation: HAND_BACK, words, variables: { reason: words } };
  if (drawn === 10)
    return { event: 'ACKNOWLEDGE', mutation: ACKNOWLEDGE, words: null, variables: { on: today } };
  return random.next() < 0.5
    ? {
        ...{ event: 'ANSWER', mutation: ANSWERED, words },
        variables: { on: today, outcome: 'NOT_UPHELD', summary: words },
      }
    : { event: 'REOPEN', mutation: REOPEN, words, variables: { on: today, reason: words } };
}
