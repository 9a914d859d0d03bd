import { readSettings, type Settings } from '../../platform/config/settings';
import { subgraphNames } from '../../subgraphs/registry';

/** The settings of this installation, as commands about operations read them. Throws `SettingsError` with all that is wrong. */
export const readOwnSettings = (): Settings =>
  readSettings(process.env, { part: 'import', subgraphs: subgraphNames() });
