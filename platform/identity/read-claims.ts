import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { ClaimRule, ClaimRules } from '../config/claims';
import { claimAt } from './claim-path';
import { bearerClaims } from './claims';
import type { SignedIn } from './identity';
import { NotAdmittedError, tokenRefused } from './sign-in-error';

/** Tokens that carry our own names, as the demonstration's do. */
export const OWN_CLAIMS: ClaimRules = {
  subjectPath: 'sub',
  role: { path: 'role', values: null },
  streams: { path: 'streams', values: null },
  services: { path: 'services', values: null },
  partner: { path: 'partner', values: null },
};

/**
 * Who a verified token says has signed in. Throws `SignInError` for a token that lacks a claim or has one that is not
 * plain, and `NotAdmittedError` where it is plain that somebody signed in who has no role here.
 *
 * Of several values that stand for a role (or a partner) the first pair of the settings holds; of those that stand for
 * streams or services, all do; what stands for nothing is passed over.
 */
export function readClaims(payload: JWTPayload, rules: ClaimRules): SignedIn {
  const subject = textOf(claimAt(payload, rules.subjectPath));
  refuseLeftOut(payload, rules, subject);
  const parsed = bearerClaims.safeParse({
    sub: subject,
    role: roleIn(payload, rules.role, subject),
    streams: [...new Set(allOf(payload, rules.streams))],
    services: [...new Set(allOf(payload, rules.services))],
    partner: oneOf(payload, rules.partner) ?? null,
  });
  if (!parsed.success) throw tokenRefused();
  const { sub, ...names } = parsed.data;
  return { subject: sub, ...names };
}

function roleIn(payload: JWTPayload, rule: ClaimRule, subject: string | undefined): string | undefined {
  const role = oneOf(payload, rule);
  if (role !== undefined || rule.values === null) return role;
  throw new NotAdmittedError(
    'Your sign-in has no role here. Ask whoever runs this service for one.',
    subject,
  );
}

/** The one name that a claim stands for. Without pairs nothing says which of several would hold. */
function oneOf(payload: JWTPayload, { path, values }: ClaimRule): string | undefined {
  const given = listIn(payload, path);
  if (values !== null) return values.find(({ value }) => given.includes(value))?.name;
  if (given.length > 1) throw tokenRefused();
  return given[0];
}

function allOf(payload: JWTPayload, { path, values }: ClaimRule): string[] {
  const given = listIn(payload, path);
  if (values !== null) return values.filter(({ value }) => given.includes(value)).map(({ name }) => name);
  // Our own names have neither spaces nor commas: a claim that is one text may hold several.
  const claim = claimAt(payload, path);
  return typeof claim === 'string' ? claim.split(/[\s,]+/).filter((name) => name !== '') : given;
}

const listModel = z.union([
  z.string().transform((text) => (text.trim() === '' ? [] : [text.trim()])),
  z.array(z.string()),
  z.null().transform(() => []),
]);

/** A claim as a list: several values, one, or none. */
function listIn(payload: JWTPayload, path: string): string[] {
  const claim = claimAt(payload, path);
  if (claim === undefined) return [];
  const list = listModel.safeParse(claim);
  if (!list.success) throw tokenRefused();
  return list.data;
}

const textOf = (claim: unknown): string | undefined => (typeof claim === 'string' ? claim : undefined);

/** Entra ID leaves a list of groups out that is too long for a token, and says where it could be asked for. */
function refuseLeftOut(payload: JWTPayload, rules: ClaimRules, subject: string | undefined): void {
  const elsewhere = z.record(z.string(), z.unknown()).safeParse(payload._claim_names).data ?? {};
  const leftOut = [rules.role, rules.streams, rules.services, rules.partner].find(({ path }) =>
    Object.hasOwn(elsewhere, path),
  );
  if (leftOut)
    throw new NotAdmittedError(
      'You belong to more groups than your sign-in service puts into a token. Ask whoever runs it for app roles, or for the groups of this application alone.',
      subject,
    );
}
