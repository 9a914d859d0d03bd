import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type ListedChange, readChanges } from '../../../gateway/dictionary/change-list';
import type { Change } from './change';
import { type PublicState, publishState } from './public-state';

/** Why changes are accepted, and when. */
export interface Acceptance {
  readonly reason: string;
  readonly date: string;
}

const ID_CHARACTERS = 8;

/** Puts changes at the head of the list that clients read, and makes the state that they led to the published one. */
export function accept(
  root: string,
  { changes, state }: { readonly changes: readonly Change[]; readonly state: PublicState },
  { reason, date }: Acceptance,
): ListedChange[] {
  const file = path.join(root, 'schema', 'changes.json');
  const { since, changes: before } = readChanges(fs.readFileSync(file, 'utf8'));
  const accepted = changes.map(({ kind, part, what, concerns }) => ({
    ...{ id: idOf(date, what), date, kind, part, what },
    ...{ concerns: [...concerns], reason },
  }));
  fs.writeFileSync(file, `${JSON.stringify({ since, changes: [...accepted, ...before] }, null, 2)}\n`);
  publishState(root, state);
  return accepted;
}

/** The same for the same change on the same day. */
const idOf = (date: string, what: string): string =>
  `${date}-${createHash('sha256').update(what).digest('hex').slice(0, ID_CHARACTERS)}`;
