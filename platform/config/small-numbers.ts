import { z } from 'zod';
import { MOST_PROTECTED } from '../identity/claims';
import { SCOPES_OF_ROLE } from '../identity/scopes';

/** Roles, each with the least number of complaints that it is told: `analyst:5 partner:10`. */
export const smallNumbers = z.string().transform((text, context) => {
  const named = text.split(/[\s,]+/).filter((each) => each !== '');
  const read = named.map((each) => ({ each, rule: ruleIn(each) }));
  const other = read.flatMap(({ each, rule }) => (rule === null ? [each] : []));
  if (other.length === 0) return new Map(read.flatMap(({ rule }) => (rule === null ? [] : [rule])));
  context.addIssue({
    code: 'custom',
    message: `holds "${other.join('", "')}". Write a role that sees figures and the least number that it is told, from 2 to ${MOST_PROTECTED}, such as analyst:5.`,
  });
  return z.NEVER;
});

function ruleIn(text: string): readonly [role: string, below: number] | null {
  const [, role = '', digits = ''] = /^([a-z]+):(\d{1,3})$/.exec(text) ?? [];
  const seesFigures = Object.hasOwn(SCOPES_OF_ROLE, role) && SCOPES_OF_ROLE[role]?.includes('figures');
  const below = Number(digits);
  return seesFigures && below >= 2 && below <= MOST_PROTECTED ? [role, below] : null;
}
