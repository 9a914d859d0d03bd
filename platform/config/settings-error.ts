/** One setting that cannot be used. No problem repeats a value that may be secret. */
export interface SettingProblem {
  readonly setting: string;
  /** What is wrong and what to write, as the end of a sentence that begins with the setting's name. */
  readonly says: string;
}

/** Thrown when settings cannot be used. The message lists every problem, one a line. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly SettingProblem[]) {
    const count = problems.length === 1 ? 'One setting' : `${problems.length} settings`;
    const lines = problems.map(({ setting, says }) => `  ${setting} ${says}`);
    super(`${count} cannot be used:\n${lines.join('\n')}`);
  }
}
