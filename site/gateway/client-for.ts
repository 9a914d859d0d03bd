import http from 'node:http';
import https from 'node:https';

/** What asks at an address, as it is written. */
export const clientFor = ({ protocol }: URL) => (protocol === 'https:' ? https : http);
