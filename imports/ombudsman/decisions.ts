import type { OmbudsmanBody } from '../../contracts/ombudsman-body';
import type { KeptOmbudsmanCase } from '../../contracts/records/ombudsman-case';
import type { HousingFinding, LgscoDecision } from '../../domain/enquiries/decisions';
import { foldWord, readText } from '../cells/text';

type Decision = Pick<KeptOmbudsmanCase, 'decision' | 'upheld' | 'lgscoDecision' | 'findings'>;

/** How the LGSCO's decisions begin, and what each is counted as. */
const LGSCO: readonly (readonly [string, LgscoDecision])[] = [
  ['upheld', 'UPHELD'],
  ['not upheld', 'NOT_UPHELD'],
  ['closed after initial enquiries', 'CLOSED_AFTER_INITIAL_ENQUIRIES'],
  ['premature', 'REFERRED_BACK'],
  ['referred back', 'REFERRED_BACK'],
  ['advice given', 'ADVICE_GIVEN'],
  ['invalid or incomplete', 'INVALID_OR_INCOMPLETE'],
];

/** The Housing Ombudsman's findings, by how they begin. */
const HOUSING: readonly (readonly [string, HousingFinding])[] = [
  ['no maladministration', 'NO_MALADMINISTRATION'],
  ['service failure', 'SERVICE_FAILURE'],
  ['partial maladministration', 'PARTIAL_MALADMINISTRATION'],
  ['maladministration', 'MALADMINISTRATION'],
  ['severe maladministration', 'SEVERE_MALADMINISTRATION'],
  ['mediation', 'MEDIATION'],
  ['resolved with intervention', 'MEDIATION'],
  ['reasonable redress', 'REASONABLE_REDRESS'],
  ['redress', 'REASONABLE_REDRESS'],
  ['outside jurisdiction', 'OUTSIDE_JURISDICTION'],
  ['withdrawn', 'WITHDRAWN'],
];

/**
 * What a decision says. Whatever begins with "Upheld" is upheld, in any case; any other decision of the LGSCO is not,
 * while the Housing Ombudsman's findings are of another kind and kept as they are.
 */
export function decisionOf(cell: string | null, body: OmbudsmanBody): Decision {
  const decision = readText(cell ?? '');
  if (decision === null) return { decision, upheld: null, lgscoDecision: null, findings: [] };
  const upheld = foldWord(decision).startsWith('upheld');
  if (body === 'HOUSING') {
    return { decision, upheld: upheld ? true : null, lgscoDecision: null, findings: findingsIn(decision) };
  }
  return { decision, upheld, lgscoDecision: beginning(decision, LGSCO), findings: [] };
}

/** One finding for each issue, parted by semicolons: `Repairs: service failure`; without an issue, on the whole case. */
function findingsIn(decision: string): Decision['findings'] {
  return decision.split(';').flatMap((part) => {
    const written = readText(part);
    return written === null ? [] : [findingIn(written)];
  });
}

function findingIn(written: string): Decision['findings'][number] {
  const colon = written.indexOf(':');
  const after = written.slice(colon + 1).trim();
  const category = colon < 0 ? null : beginning(after, HOUSING);
  if (category !== null) return { issue: readText(written.slice(0, colon)), finding: after, category };
  return { issue: null, finding: written, category: beginning(written, HOUSING) };
}

function beginning<Meaning>(written: string, list: readonly (readonly [string, Meaning])[]): Meaning | null {
  const folded = foldWord(written);
  return list.find(([start]) => folded.startsWith(start))?.[1] ?? null;
}
