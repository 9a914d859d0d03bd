/** Settings of ours that a library would take for its own. */
const ALSO_READ_BY_LIBRARIES = ['LOG_LEVEL'] as const;

/**
 * Takes settings out of the process's environment that a library reads under the same name and means otherwise by: the
 * gateway's runtime knows no LOG_LEVEL `fatal` or `silent` and stops. To be called once settings are read, before such a
 * library is used; processes started later do not inherit these settings.
 */
export function withholdSettings(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of ALSO_READ_BY_LIBRARIES) delete env[name];
}
