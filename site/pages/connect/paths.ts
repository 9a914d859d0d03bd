/** Where tools are connected. */
export const CONNECT_PATH = '/connect';
