import { columns, type KeptTable, keptTable, whoActed } from '../platform/personal-data/kept-table';
import { postKeptData } from './post/kept-data';

const WORKS = { basis: 'Public task, article 6(1)(e) of the UK GDPR' };

/** What the site keeps of whoever uses it. */
export const siteKeptData: readonly KeptTable[] = [
  keptTable('session', {
    personal: [
      {
        ...WORKS,
        about: 'Staff who are signed in',
        columns: columns('sealed id_hash provider_session_hash'),
        purpose:
          'To know who asks, for as long as they are signed in; sealed with a key outside the database',
        keptFor: 'Two hours after the last use, twelve in all',
        erasedBy: 'Signing out, and the next sign-in of anybody once the time is over',
      },
    ],
    holds: 'nothing',
  }),
  keptTable('kept_form', {
    personal: [
      {
        ...WORKS,
        about: 'Staff whose session ended while they wrote, and whoever they wrote about',
        columns: columns('sealed id_hash owner_hash'),
        purpose: 'To give somebody back what they had written; sealed with a key outside the database',
        keptFor: 'Twelve hours',
        erasedBy: 'Sending the form again, and the next form that is kept once the time is over',
      },
    ],
    holds: 'nothing',
  }),
  keptTable('draft', {
    personal: [
      {
        ...WORKS,
        about: 'Staff who record a complaint, and whoever it is from or about',
        columns: columns('sealed id_hash owner_hash'),
        purpose: 'To record a complaint step by step; sealed with a key outside the database',
        keptFor:
          'Until it is recorded or removed, or thirty days after it was saved last; which complaint it became, for a day',
        erasedBy:
          'Recording it, whoever began it, and the next draft that anybody begins once the time is over',
      },
    ],
    holds: 'nothing',
  }),
  keptTable('saved_view', {
    personal: [
      {
        ...whoActed('owner title'),
        ...WORKS,
        about: 'Staff who kept a view',
        purpose: 'To show people what they look at often',
        keptFor: 'Until whoever kept it removes it',
        erasedBy: 'Whoever kept it',
      },
    ],
    plain: 'id address',
    holds: 'the address of a page with its filter, which takes no words about people',
  }),
  ...postKeptData,
];
