import { parseArgs } from 'node:util';

/** What the command is to do. */
export interface AskedCheck {
  /** Why the changes are accepted; null where they are only looked at. */
  readonly reason: string | null;
  /** Folders of clients that are not of the product. */
  readonly folders: readonly string[];
}

/** Reads the command's arguments; null for what it does not know, and for an acceptance without a reason. */
export function readArguments(args: readonly string[]): AskedCheck | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' } },
    });
    const [first, ...rest] = positionals;
    const reason = values.reason?.trim() ?? '';
    if (first === 'accept') return reason === '' ? null : { reason, folders: rest };
    return values.reason === undefined ? { reason: null, folders: positionals } : null;
  } catch {
    return null;
  }
}
