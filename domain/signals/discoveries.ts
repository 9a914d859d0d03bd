/**
 * Which of many judgements stand, so that of those that do at most `share` are expected to be chance: the procedure of
 * Benjamini and Hochberg (1995), "Controlling the false discovery rate". Each is told by how likely it is as chance.
 * It holds for judgements that depend on each other as services and their directorates do (Benjamini and Yekutieli 2001).
 */
export function discoveries(likelihoods: readonly number[], share: number): readonly boolean[] {
  const sorted = [...likelihoods].sort((one, other) => one - other);
  const last = sorted.findLastIndex(
    (likelihood, place) => likelihood <= (share * (place + 1)) / sorted.length,
  );
  const most = sorted[last];
  return likelihoods.map((likelihood) => most !== undefined && likelihood <= most);
}
