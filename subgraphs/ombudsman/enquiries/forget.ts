import type { Context } from '../context';

/** Has a case read anew by what is asked of it in the same operation. */
export function forget(context: Context, id: string): void {
  const { cases, findings, remedies, entries, casesOfComplaint } = context;
  for (const loader of [cases, findings, remedies, entries]) loader.clear(id);
  casesOfComplaint.clearAll();
}
