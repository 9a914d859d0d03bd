import { readSettings, type Settings } from '../../platform/config/settings';

/**
 * What has to stand before a command that is typed in another terminal, so that it means this product: the settings by
 * which demonstration tokens are made, as far as they are not what holds anyway. Ends with a space unless it is empty.
 */
export function settingsBeforeCommand({ dataDirectory, token }: Settings): string {
  const usual = readSettings({});
  const given = [
    ['DATA_DIR', dataDirectory, usual.dataDirectory],
    ['TOKEN_ISSUER', token.issuer, usual.token.issuer],
    ['TOKEN_AUDIENCE', token.audience, usual.token.audience],
  ] as const;
  return given
    .filter(([, value, otherwise]) => value !== otherwise)
    .map(([name, value]) => `${name}=${quoted(value)} `)
    .join('');
}

/** As one word of a POSIX shell, whatever it holds. */
const quoted = (text: string): string =>
  /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
