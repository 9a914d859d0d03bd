/** A value of a list as people say it: `NOT_UPHELD` is `not upheld`. */
export const inWords = (value: string): string => value.toLowerCase().replaceAll('_', ' ');
