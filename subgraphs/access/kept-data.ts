import {
  columns,
  type KeptTable,
  keptTable,
  nothingPersonal,
  whoActed,
  whyActed,
} from '../../platform/personal-data/kept-table';

/** What access keeps of programs and partners: people only where they act for somebody. */
export const keptData: readonly KeptTable[] = [
  keptTable('agreement', {
    personal: [
      {
        ...whoActed('signed_for_council signed_for_partner'),
        about: 'Who signed an agreement with a partner',
        columns: columns('signed_for_council signed_for_partner'),
        purpose: 'To show who agreed to what is shared',
        keptFor: 'As long as the agreement is kept, which is for good: what was shared has to be shown',
      },
      whoActed('made_by ended_by'),
      whyActed('ended_because'),
    ],
    plain: 'partner name purpose lawful_basis parts streams',
    holds: 'what is shared with whom and why',
  }),
  keptTable('api_key', {
    personal: [
      { ...whoActed('owner'), about: 'Who answers for a program’s key', purpose: 'To know whom to ask' },
      whoActed('made_by revoked_by'),
      whyActed('revoked_because'),
    ],
    plain: 'id name role partner services streams addresses command rotated_from',
    holds: 'what the key opens, and from which addresses of programs',
  }),
  keptTable('webhook', {
    personal: [whoActed('made_by ended_by')],
    plain: 'id partner url stopped_because command test_event',
    holds: 'addresses of partners’ programs',
  }),
  keptTable('caller_allowance', {
    personal: [
      {
        ...whoActed('caller'),
        about: 'Who asked within the last minutes',
        purpose: 'To let everybody ask so often, whichever gateway they ask',
        keptFor: 'Until a minute after it is full again',
        erasedBy: 'The product itself, once nothing is missing from it',
      },
    ],
    plain: 'budget',
    holds: 'what is counted',
  }),
  nothingPersonal('key_secret', 'hashes of secrets', 'key_id hash'),
  nothingPersonal('key_use', 'when keys were used', 'key_id'),
  nothingPersonal('partner_case', 'which ids belong to which partner', 'id partner stream'),
  nothingPersonal('partner_event', 'events for partners: ids and kinds', 'id kind partner stream subject'),
  nothingPersonal(
    'partner_request',
    'what partners’ programs asked, by question and not by answer',
    'id partner credential door asked',
  ),
  nothingPersonal(
    'webhook_delivery',
    'which event was sent, and how it went',
    'webhook_id event_id partner failure',
  ),
  nothingPersonal('webhook_secret', 'secrets by which messages are signed', 'webhook_id secret command'),
];
