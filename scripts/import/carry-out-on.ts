import { carryOut, takePeopleOut } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import { factsOn, type ImportingOn, keepersOn } from './importing';

/**
 * Takes people out of the rows of whom nothing is kept any more, and carries out what people decided and nobody has carried out yet;
 * returns how much of it was settled.
 */
export async function carryOutOn(on: ImportingOn): Promise<number> {
  const facts = await factsOn(on);
  const { keepers, end } = keepersOn(on, { dryRun: false });
  try {
    const of = { sources, intake: on.schemas.of('intake'), clock: on.settings.clock };
    const takenOut = await takePeopleOut(of);
    return takenOut + (await carryOut({ ...of, facts, keepers }));
  } finally {
    await end();
  }
}
