import { DiffRule, diff, type Change as Found } from '@graphql-inspector/core';
import { publicSchema } from '../public-schema';
import type { Change } from './change';

const KINDS = { BREAKING: 'breaking', DANGEROUS: 'dangerous', NON_BREAKING: 'safe' } as const;

/**
 * What differs between two schemas, in the words of the library. What a description says is no promise; who may ask is told by
 * `accessChanges`.
 */
export async function graphChanges(before: string, after: string, concerns: string): Promise<Change[]> {
  if (before === after) return [];
  const { ignoreDescriptionChanges, simplifyChanges } = DiffRule;
  const found = await diff(publicSchema(before), publicSchema(after), [
    ignoreDescriptionChanges,
    simplifyChanges,
  ]);
  // What a directive says is told otherwise: a deprecation as one, a scope by the roles that it opens to.
  const told = found.filter(({ type }) => !String(type).startsWith('DIRECTIVE_'));
  return told.map((change) => ({
    kind: KINDS[change.criticality.level],
    part: partOf(change),
    what: `${change.message.replace(/\.$/, '')}.`,
    concerns: [concerns],
  }));
}

/** `Query.measures.by` is the argument `Query.measures(by:)`. */
function partOf({ path = '', type }: Found): string {
  const [owner = '', field, argument] = path.split('.');
  if (String(type).startsWith('FIELD_ARGUMENT') && argument !== undefined)
    return `${owner}.${field}(${argument}:)`;
  return [owner, field].filter((each) => each !== undefined).join('.');
}
