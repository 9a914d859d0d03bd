import { madeUpTargets } from '../../demo/targets';
import type { Settings } from '../../platform/config/settings';
import { askingAs } from './ask-as';

const SET = `mutation ($target: TargetInput!) {
  saveTarget(target: $target, basedOnVersion: 0) { __typename } }`;
const SETS = 'olu';

/**
 * Sets a few made-up targets, as an officer of the demonstration does it. One that stands, was changed or was ended stays as it
 * is: it was not read before. In the demonstration alone, as its workshops are; one that cannot be set is none.
 */
export async function setTargets(settings: Settings, gatewayUrl: string): Promise<void> {
  const { demonstration, production, token } = settings;
  if (!demonstration || production || token.jwksUrl !== null) return;
  const askAs = await askingAs(settings, gatewayUrl);
  try {
    for (const target of madeUpTargets) await askAs(SETS, SET, { target });
  } catch {
    process.stderr.write("The demonstration's targets could not be set; the rest of it is there.\n");
  }
}
