import type { LiveStage, OwnValues } from '../../casework/live/live-stage';

const CONSENTS = {
  GIVEN: 'HELD',
  REFUSED: 'NOT_HELD',
  AWAITED: 'NOT_HELD',
  NOT_NEEDED: 'NOT_NEEDED',
} as const;
const RISKS = { LOW: 'LOW', MODERATE: 'MEDIUM', HIGH: 'HIGH' } as const;

/**
 * What the timeline of a live complaint says in the fields that an adults’ complaint alone has. What a system recorded that was
 * taken over stays until something is said here.
 */
export function liveOwn({ stage, state }: LiveStage): OwnValues {
  const isSaid = !stage.isInherited || state.consent !== 'NOT_NEEDED';
  return {
    ...(stage.planAgreedOn === null ? {} : { planAgreed: 'YES' }),
    ...(isSaid ? { consent: CONSENTS[state.consent] } : {}),
    ...(state.risk === null ? {} : { risk: RISKS[state.risk] }),
  };
}
