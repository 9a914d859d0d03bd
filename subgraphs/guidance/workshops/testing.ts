import { inTransaction } from '../../../platform/transaction/transaction';
import type { TestGuidance } from '../testing';

/** Ids of workshops, as whoever plans one makes them. */
export const ID = '6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';
export const OTHER = '7d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e';
export const MANAGER = { role: 'manager' };

/** What came of a command, as far as tests look at it. */
export interface Shown {
  readonly __typename: string;
  readonly code?: string;
  readonly part?: string;
  readonly version?: number;
  readonly taken?: number;
  readonly waiting?: number;
  readonly myBooking?: { readonly waitingBehind: number | null; readonly attended: boolean | null } | null;
}

const SHOWN = `__typename ... on Workshop { version taken waiting myBooking { waitingBehind attended } }
  ... on Refusal { code }`;

/** A plan as a literal of the graph. */
export const plan = (seats: number, startsAt = '2026-12-10T09:30:00Z') =>
  `{ title: "Answering at stage 1", about: "Bring a case", startsAt: "${startsAt}", minutes: 90, place: "Room 2",
     heldBy: "Head of complaints", seats: ${seats} }`;

/** The commands about workshops, for a part that is there once a test runs. */
export function workshopCommands(guidance: () => TestGuidance) {
  const change = async (mutation: string, as: object = {}, more = '') =>
    (await guidance().data<{ change: Shown }>(`mutation { change: ${mutation} { ${SHOWN} ${more} } }`, as))
      .change;
  return {
    change,
    save: (id: string, based: number, seats: number, startsAt?: string) =>
      change(
        `saveWorkshop(id: "${id}", basedOnVersion: ${based}, plan: ${plan(seats, startsAt)})`,
        {},
        '... on WorkshopUnusable { part }',
      ),
    cancel: (id: string, reason: string) => change(`cancelWorkshop(id: "${id}", reason: "${reason}")`),
    book: (subject: string, id = ID) =>
      change(`bookWorkshop(id: "${id}", name: "${subject} Made-Up")`, { ...MANAGER, subject }),
    giveUp: (subject: string) => change(`giveUpPlace(id: "${ID}")`, { ...MANAGER, subject }),
    async mine(subject: string): Promise<Shown> {
      const query = `{ workshop(id: "${ID}") { taken waiting myBooking { waitingBehind attended } } }`;
      return (await guidance().data<{ workshop: Shown }>(query, { ...MANAGER, subject })).workshop;
    },
    /** As if the workshop had begun an hour ago. */
    begin: (id: string) =>
      inTransaction(guidance().database.of('guidance'), { subject: 'olu', role: 'officer' }, (transaction) =>
        transaction.query(`update guidance.workshop set starts_at = '2026-11-29T11:00:00Z' where id = $1`, [
          id,
        ]),
      ),
  };
}
