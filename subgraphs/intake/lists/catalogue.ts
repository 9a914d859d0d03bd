import { badUserInput } from '../../../platform/server/errors';

/** A code of a fault, and what is done about it. */
interface CataloguedFault {
  readonly code: string;
  readonly action: string;
}

/** A code of a refusal, and what it means. */
interface CataloguedRefusal {
  readonly code: string;
  readonly meaning: string;
}

/** An inherited system, as its importer describes itself. */
interface CataloguedSource {
  readonly name: string;
  readonly title: string;
  readonly isWhole: boolean;
  readonly closureCodes?: readonly { readonly written: string; readonly meaning: string }[];
  readonly faults: readonly CataloguedFault[];
}

/** What the importers say of themselves. Intake knows none: the program that starts it hands this over. */
export interface Catalogue {
  readonly sources: readonly CataloguedSource[];
  readonly fileRefusals: readonly CataloguedRefusal[];
}

/** The catalogue of intake that was started without importers: what can be listed is not known. */
export const withoutCatalogue: Catalogue | null = null;

/** Faults that intake itself finds, in rows of any system. */
const OWN_FAULTS: readonly CataloguedFault[] = [
  {
    code: 'CONFLICTING_COPY',
    action:
      'Not counted: another row of the same record says something else and is no older. It is kept until somebody says whether it is a copy.',
  },
  {
    code: 'CONTROL_TOTAL_MISMATCH',
    action: 'All rows were loaded: the file says that the system holds another number of them.',
  },
];

/** Why an import of a file that can be read is refused. */
const IMPORT_REFUSALS = {
  IMPORT_RUNNING: 'Another import of the same system is under way.',
  UNDO_RUNNING: 'An import of the same system is being undone.',
  SYSTEM_TAKEN_OVER: 'The system was taken over: its complaints are worked on here since.',
} as const;

/** Why a decision that was accepted could not be carried out. */
const AMENDMENT_REFUSALS = {
  RECORD_HELD: 'Another row of that record is held by now, and would not be replaced.',
  OTHER_STREAM: 'The row belongs by now to a stream that its maker was not cleared for.',
  NOT_USABLE: 'The row, corrected so, is none any longer.',
  BUILT_ON: 'A later import rests on it.',
  ROW_GONE: 'The row is not there any longer.',
  CANCELLED: 'Somebody cancelled the undoing of an import before it had begun.',
  FAILED: 'It broke off again and again.',
  SYSTEM_TAKEN_OVER: 'The system was taken over meanwhile: its complaints are worked on here since.',
} as const;

/** The systems, each with all faults of its rows. */
export const sourcesOf = ({ sources }: Catalogue) =>
  sources.map(({ name, title, isWhole, closureCodes = [], faults }) => ({
    ...{ name, title, isWhole, closureCodes: [...closureCodes] },
    faultCodes: [...faults, ...OWN_FAULTS].map((fault) => ({ ...fault, source: name })),
  }));

/** The faults of some systems' rows, or of all. Throws BAD_USER_INPUT for a name that none has. */
export function faultCodesOf(catalogue: Catalogue, names: readonly string[] | null) {
  const known = sourcesOf(catalogue);
  const unknown = names?.find((name) => !known.some((source) => source.name === name));
  if (unknown !== undefined)
    throw badUserInput(
      `\`sources\` names a system that there is not. Name some of ${known.map(({ name }) => name).join(', ')}.`,
    );
  return known.filter(({ name }) => names?.includes(name) ?? true).flatMap(({ faultCodes }) => faultCodes);
}

/** Every code of a refusal that stands beside an import or a decision. */
export const refusalCodesOf = ({ fileRefusals }: Catalogue) => [
  ...[...fileRefusals, ...listed(IMPORT_REFUSALS)].map((refusal) => ({ ...refusal, of: 'IMPORT' as const })),
  ...listed(AMENDMENT_REFUSALS).map((refusal) => ({ ...refusal, of: 'AMENDMENT' as const })),
];

const listed = (meanings: Readonly<Record<string, string>>): CataloguedRefusal[] =>
  Object.entries(meanings).map(([code, meaning]) => ({ code, meaning }));
