import { columns, type KeptTable, keptTable } from '../../platform/personal-data/kept-table';

const STAFF = {
  about: 'Staff who get figures by mail',
  basis: 'Public task, article 6(1)(e) of the UK GDPR',
};

/** What the site keeps of those who get figures by mail. */
export const postKeptData: readonly KeptTable[] = [
  keptTable('post_address', {
    personal: [
      {
        ...STAFF,
        columns: columns('owner address role'),
        purpose: 'To send people the figures that they asked for, for as long as they may read them',
        keptFor: 'Until whoever gave it removes it; one that is not confirmed, for seven days',
        erasedBy: 'Whoever gave it, and the product where it was not confirmed',
      },
    ],
    plain: 'state stopped_because',
    holds: 'whether mail goes there, and in our own words why not',
  }),
  keptTable('subscription', {
    personal: [
      {
        ...STAFF,
        columns: columns('owner'),
        purpose: 'To know whom to send what',
        keptFor: 'Until it is ended',
        erasedBy: 'Whoever has it, on the site or by the link in each mail',
      },
    ],
    plain: 'id kind view_id page every state paused_because',
    holds:
      'of which saved view and page, whose filter takes no words about people, how often, and in our own words why it rests',
  }),
  keptTable('outgoing_mail', {
    personal: [
      {
        ...STAFF,
        columns: columns('owner'),
        purpose: 'To send each mail once, and to show people what was sent and what failed',
        keptFor: 'Ninety days after it was sent or given up',
        erasedBy: 'The product, and the end of the subscription that it belongs to',
      },
    ],
    plain: 'id subscription_id about state failure',
    holds:
      'a hash, the day or the news that it tells, and in our own words what became of it; never its text',
  }),
];
