/** The header `Content-Disposition` of a file to be kept under its name, whatever marks it has (RFC 6266, RFC 8187). */
export const attachmentNamed = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*!]/g, byItsCode)}`;

/** RFC 8187 has these marks by their codes too. */
const byItsCode = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
