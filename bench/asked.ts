/** What a scenario is run with. */
export interface Asked {
  readonly rows: number;
  /** The environment of the command, for the processes that a scenario starts. */
  readonly environment: NodeJS.ProcessEnv;
}
