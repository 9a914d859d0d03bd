/** Parts of a colour's lightness, for red, green and blue (WCAG 2.2, relative luminance). */
const WEIGHTS = [0.2126, 0.7152, 0.0722];

/** How white stands out from a colour written #rrggbb, as a ratio of 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastWithWhite(colour: string): number {
  const channels = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const luminance = channels.reduce((sum, channel, index) => sum + channel * (WEIGHTS[index] ?? 0), 0);
  return 1.05 / (luminance + 0.05);
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
