import { carryOut } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import { factsOn, type ImportingOn, keepersOn } from './importing';

/** Carries out what people decided and nobody has carried out yet; returns how much of it was settled. */
export async function carryOutOn(on: ImportingOn): Promise<number> {
  const facts = await factsOn(on);
  const { keepers, end } = keepersOn(on, { dryRun: false });
  try {
    return await carryOut({
      ...{ sources, facts, keepers },
      intake: on.schemas.of('intake'),
      clock: on.settings.clock,
    });
  } finally {
    await end();
  }
}
