import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { childEnvironment } from '../../platform/config/child-environment';

const LONGEST_MILLIS = 4 * 60_000;
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Runs a program to its end, and gives what it wrote. Throws with what it complained of. It has all of this process' surroundings (where
 * packages come from stands there), or with `environment` nothing of the product's.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...args], {
    ...{ timeout: LONGEST_MILLIS, maxBuffer: MOST_BYTES },
    ...(environment && { env: { ...childEnvironment(), ...environment } }),
  });
  return stdout;
}

/** What a program says of its version; null where there is no such program. */
export async function versionOf(
  program: string,
  args: readonly string[] = ['--version'],
): Promise<string | null> {
  try {
    return (await runProgram(program, args)).trim().split('\n')[0] ?? '';
  } catch {
    return null;
  }
}
