import type { Identity, SignedIn } from '../../platform/identity/identity';

/** Of the central team, which writes it. */
const KEEPS_GUIDANCE = ['guidance', 'guidance-editing', 'workshops'];

/**
 * What a role opens in the graph, after the contract's table "Who may see what". Which rows of it, the subgraphs and
 * the database decide: `partner` sees figures and facts of its own, `officer` accounts of the streams cleared for.
 *
 * `figures` counts, `calls` those of telephone calls, `facts` single complaints without personal data, `accounts` their people and narratives,
 * `quarantine-counts` how much an import kept back, `quarantine` what, `service-faults` what is wrong with records of the services that one manages, `imports` the runs, `reference-data` what words mean, `audit` the audit log,
 * `guidance` how complaints are answered here, `guidance-editing` writing it, `workshops` booking a place at one.
 */
const SCOPES_OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  analyst: ['figures', 'calls', 'facts', 'quarantine-counts', 'guidance', 'workshops'],
  manager: ['figures', 'calls', 'facts', 'accounts', 'service-faults', 'guidance', 'workshops'],
  officer: ['figures', 'calls', 'facts', 'accounts', 'quarantine-counts', 'quarantine', ...KEEPS_GUIDANCE],
  partner: ['figures', 'facts'],
  auditor: ['audit', 'guidance'],
  admin: [
    ...['figures', 'calls', 'facts', 'quarantine-counts', 'quarantine', 'imports', 'reference-data'],
    ...KEEPS_GUIDANCE,
  ],
};

/** The roles that there are. */
export const ROLES: readonly string[] = Object.keys(SCOPES_OF_ROLE);

/** The roles that have all scopes of any one of the lists, as `@requiresScopes` reads them. */
export const rolesWith = (scopes: readonly (readonly string[])[]): string[] =>
  Object.entries(SCOPES_OF_ROLE)
    .filter(([, held]) => scopes.some((group) => group.every((scope) => held.includes(scope))))
    .map(([role]) => role);

/** Whoever signed in, with the scopes of their role; null for a role that there is not. */
export function identityOf(signedIn: SignedIn): Identity | null {
  const scopes = Object.hasOwn(SCOPES_OF_ROLE, signedIn.role) ? SCOPES_OF_ROLE[signedIn.role] : undefined;
  return scopes === undefined ? null : { ...signedIn, scopes };
}
