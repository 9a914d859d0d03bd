import type { Place } from '../doors/door';

export const PATH = '/odata/v4';

/** The address of the service as its caller knows it, with the slash after it: links in answers begin with it. Relative where that is not known. */
export const serviceRoot = ({ origin }: Place): string => `${origin ?? ''}${PATH}/`;
