import {
  columns,
  type KeptTable,
  keptTable,
  nothingPersonal,
  whoActed,
} from '../../platform/personal-data/kept-table';

/** What guidance keeps: articles, and who comes to a workshop. */
export const keptData: readonly KeptTable[] = [
  keptTable('booking', {
    personal: [
      {
        about: 'Staff who took a place at a workshop',
        columns: columns('name subject'),
        purpose: 'To keep a place, and to know whom to expect',
        basis: 'Public task, article 6(1)(e) of the UK GDPR',
        keptFor: 'As long as the workshop',
        erasedBy: 'Nothing: who was trained is part of the record of the workshop',
      },
    ],
    plain: 'workshop_id',
    holds: 'the id of the workshop',
  }),
  keptTable('workshop', {
    personal: [{ ...whoActed('held_by'), about: 'Who holds a workshop', purpose: 'To say who holds it' }],
    plain: 'id title about place cancelled_because',
    holds: 'what it is about, and where',
  }),
  keptTable('article_version', {
    personal: [whoActed('changed_by')],
    plain: 'id kind title summary body note owner stream steps enquiry_steps',
    holds: 'articles, which are written for all staff',
  }),
  keptTable('attendance', {
    personal: [whoActed('recorded_by')],
    plain: 'workshop_id',
    holds: 'the id of the workshop',
  }),
  nothingPersonal('booked_place', 'that a place is taken, without whose', 'workshop_id'),
  nothingPersonal('stream_procedure', 'streams’ procedures', 'stream payload'),
];
