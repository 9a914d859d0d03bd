import { type KeptTable, keptTable, nothingPersonal, whoActed } from './kept-table';

/** Tables that schemas have alike, whichever part they belong to. */
export const EVERY_SCHEMA: readonly KeptTable[] = [
  keptTable('audit_entry', {
    personal: [
      {
        ...whoActed('actor'),
        about: 'Staff, and programs, that read or changed something',
        purpose: 'To show who read or changed what about whom, and when',
        keptFor: 'For good: entries are added, sealed and never changed',
        erasedBy:
          'Nothing. Whom an entry is about it says by an id alone, which tells nothing once the record is gone',
      },
    ],
    plain: 'action record_id request_id role signature',
    holds: 'what was done, to which id, in which request',
  }),
  nothingPersonal('audit_seal', 'hashes of finished stretches of the audit log', 'hash'),
  nothingPersonal(
    'outbox',
    'events between the parts: facts, ids and names of services, which tests hold to be without people',
    'events kind payload subject trace',
  ),
  nothingPersonal('follower_place', 'how far outboxes have been read', 'follower source'),
  nothingPersonal(
    'set_aside',
    'events that could not be applied, by place and kind',
    'follower kind reason source',
  ),
  nothingPersonal('migration', 'names of migrations', 'name'),
];

/** The passwords by which the parts sign in to the database: in a schema that no login may enter. */
export const KEYRING: readonly KeptTable[] = [
  nothingPersonal('login_password', 'passwords of the parts’ own logins', 'login password'),
];
