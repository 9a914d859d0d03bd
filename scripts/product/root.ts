import path from 'node:path';

const isBuilt = __dirname.includes(`${path.sep}dist${path.sep}`);

/** The project's folder, whether this runs from source or built. */
export const ROOT = path.join(__dirname, '..', '..', ...(isBuilt ? ['..'] : []));
