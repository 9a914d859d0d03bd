import type { Refused } from '../../../platform/server/refusal';
import type { AgreementShown } from './read-agreements';

export interface AgreementChanged extends Refused<'AgreementChanged'> {
  readonly agreement: AgreementShown;
}

export const agreementChanged = (agreement: AgreementShown): AgreementChanged => ({
  __typename: 'AgreementChanged',
  code: 'AGREEMENT_CHANGED',
  message: `Somebody changed the agreement meanwhile: it stands at version ${agreement.version}. Read it, and change it from there.`,
  agreement,
});

export const agreementNotFound = (): Refused<'AgreementNotFound'> => ({
  __typename: 'AgreementNotFound',
  code: 'AGREEMENT_NOT_FOUND',
  message: 'There never was an agreement with this partner. `agreements` lists them.',
});
