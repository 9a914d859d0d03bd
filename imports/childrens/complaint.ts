import type { ComplainantAccount, RecordedStage } from '../../contracts/records/stage';
import { contentHash } from '../cells/content-hash';
import { readText } from '../cells/text';
import type { Facts } from '../source';
import { type Addressed, readAddressed, stageOutcome } from './codes';
import { said } from './content-under';
import { stageDates } from './dates';
import type { ChildrensRowFaults } from './faults';
import { listPaths, type OwnOfComplaint, ownOfComplaint, ownOfStage } from './own';
import type { PlacedStage } from './place-stages';

/** The name of the children's system as a source; with a case number it identifies a complaint for ever. */
export const CHILDRENS = 'childrens';

/** A complaint of the children's system with all its stages, in their order. */
export interface ChildrensComplaint {
  readonly contentHash: string;
  readonly stages: readonly RecordedStage[];
}

/** Makes the record of a complaint of which the stages are placed, and notes what is wrong with the rest of it. */
export function complaintOf({
  caseNumber,
  placed,
  cells,
  notes,
  facts,
}: {
  caseNumber: string;
  placed: readonly PlacedStage[];
  cells: Readonly<Record<string, string>>;
  notes: ChildrensRowFaults;
  facts: Facts;
}): ChildrensComplaint {
  const shared: Shared = {
    caseNumber,
    contentHash: contentHash(said(cells)),
    addressed: readAddressed(notes, { names: facts.names, receivedOn: placed[0]?.receivedOn }),
    account: accountOf(notes),
    own: ownOfComplaint(notes),
    lists: listPaths(cells),
    notes,
    facts,
  };
  return { contentHash: shared.contentHash, stages: placed.map((stage) => stageOf(stage, shared)) };
}

/** What all stages of a complaint have in common. */
interface Shared {
  readonly caseNumber: string;
  readonly contentHash: string;
  readonly addressed: Addressed;
  readonly account: ComplainantAccount;
  readonly own: OwnOfComplaint;
  readonly lists: readonly string[];
  readonly notes: ChildrensRowFaults;
  readonly facts: Facts;
}

/** Every field by name: an object that is begun by spreading another and then grows took most of an import's mapping. */
function stageOf({ place, number, receivedOn, route }: PlacedStage, shared: Shared): RecordedStage {
  const { caseNumber, notes, facts, lists, addressed } = shared;
  const dates = stageDates({ place, receivedOn }, { notes, judging: facts });
  const { outcome, closureReason, closureCodeWritten } = stageOutcome(place, notes, (written) =>
    facts.names.closureOf({ source: CHILDRENS, written, receivedOn }),
  );
  return {
    source: CHILDRENS,
    key: `${caseNumber}/${number}`,
    reference: caseNumber,
    caseKey: caseNumber,
    contentHash: shared.contentHash,
    number,
    parentKey: null,
    ownKey: null,
    route,
    receivedOn,
    acknowledgedOn: null,
    agreedDueOn: dates.agreedDueOn,
    answeredOn: dates.answeredOn,
    // The system keeps no day of closing apart from the answer.
    closedOn: null,
    ended: dates.ended,
    outcome,
    closureReason,
    closureCodeWritten,
    serviceId: addressed.serviceId,
    serviceWritten: addressed.serviceWritten,
    directorateId: addressed.directorateId,
    theme: null,
    channel: addressed.channel,
    channelWritten: addressed.channelWritten,
    account: shared.account,
    own: ownOfStage(place, { shared: shared.own, lists, notes, dates }),
  };
}

/** The system keeps it once for all stages. */
function accountOf({ cell }: ChildrensRowFaults): ComplainantAccount {
  return {
    person: null,
    relationship: readText(cell('complainant.relationship')),
    title: null,
    forename: null,
    surname: null,
    name: readText(cell('complainant.name')),
    email: null,
    postcode: null,
    summary: readText(cell('summary')),
  };
}
