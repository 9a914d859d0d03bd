import { z } from 'zod';
import type { Outcome } from '../../../domain/findings';
import type { PointFinding } from '../../../domain/procedure/case-state';
import type { NewParty } from '../parties';
import { PARTY_KINDS } from '../tables';
import type { Given } from './given';
import { anyDay, maybe } from './reader';

/** Somebody whom a complaint is from or about, as the graph takes them. */
export const partyInput = z.object({
  kind: z.enum(PARTY_KINDS),
  ...{ relationship: maybe, title: maybe, forename: maybe, surname: maybe },
  ...{ email: maybe, telephone: maybe, address: maybe, postcode: maybe },
  bornOn: anyDay.optional(),
});
type PartyInput = z.infer<typeof partyInput>;

interface AppointedInput {
  readonly person: string;
  readonly name: string;
}

interface FindingInput {
  readonly point: string;
  readonly finding: Outcome;
}

/** Reads those whom a complaint is from or about. */
export function readParties(given: Given, parties: readonly PartyInput[] | null | undefined): void {
  for (const party of given.list('parties', parties)) {
    const text = (value: string | null | undefined) => given.name('parties', value);
    if (party.kind === 'APPOINTED')
      given.refuse('parties', 'Whoever looks into it is appointed, and not named here.');
    given.bring({
      kind: party.kind,
      person: null,
      relationship: text(party.relationship),
      title: text(party.title),
      forename: text(party.forename),
      surname: text(party.surname),
      email: text(party.email),
      telephone: text(party.telephone),
      address: text(party.address),
      postcode: text(party.postcode),
      born_on:
        party.bornOn === null || party.bornOn === undefined ? null : given.day('parties', party.bornOn),
    });
  }
}

/** Reads somebody who looks into a complaint, and keeps their name with it: facts have their id alone. */
export function readAppointed(given: Given, part: string, { person, name }: AppointedInput): string {
  const id = given.person(part, person);
  const surname = given.name(part, name);
  if (surname === null) given.refuse(part, 'Say the name of who is appointed.');
  given.bring({ ...NOBODY, kind: 'APPOINTED', person: id, surname });
  return id;
}

const NOBODY: Omit<NewParty, 'kind' | 'person' | 'surname'> = {
  ...{ relationship: null, title: null, forename: null },
  ...{ email: null, telephone: null, address: null, postcode: null, born_on: null },
};

/** Reads what was found of each element: facts have its number, the entry its words. */
export const readFindings = (
  given: Given,
  part: string,
  findings: readonly FindingInput[] | null | undefined,
): PointFinding[] =>
  given.list(part, findings).map(({ point, finding }, index) => {
    given.mustWrite(part, `POINT_${index + 1}`, point);
    return { point: index + 1, finding };
  });

/** Reads the elements of what is complained of. */
export function readPoints(given: Given, points: readonly string[] | null | undefined): void {
  for (const [index, point] of given.list('points', points).entries())
    given.mustWrite('points', `POINT_${index + 1}`, point);
}
