const KEPT = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP'];

/** What the database's processes see of the environment: no secret of ours, and none of the user's PG… settings. */
export function childEnvironment(source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(source).filter(([name]) => KEPT.includes(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
