import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate and its key, as PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

/** Somebody who certifies servers, made up for a test. */
export interface Authority {
  readonly certificate: string;
  /** A certificate for a server's names and addresses, good for an hour; with `ended` one that was good an hour ago. */
  certify(hosts: readonly string[], when?: { readonly ended: boolean }): Certified;
}

const HOUR_MILLIS = 3_600_000;

/** Makes an authority of its own name and key (X.509, RFC 5280). */
export function makeAuthority(name: string): Authority {
  const { privateKey, publicKey } = pair();
  const made = (to: To) => certificate({ ...to, issuer: name, by: privateKey });
  return {
    certificate: made({ subject: name, publicKey, extensions: [IS_AUTHORITY] }),
    certify(hosts, { ended } = { ended: false }) {
      const own = pair();
      const to = { subject: hosts[0] ?? '', publicKey: own.publicKey, extensions: [namesOf(hosts)], ended };
      return {
        certificate: made(to),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
    },
  };
}

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

interface To {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly ended?: boolean;
}

function certificate({
  subject,
  publicKey,
  extensions,
  ended = false,
  issuer,
  by,
}: To & { readonly issuer: string; readonly by: KeyObject }): string {
  const from = Date.now() - (ended ? 2 : 1) * HOUR_MILLIS;
  const signed = tlv(SEQUENCE, [
    tlv(0xa0, [integer(Buffer.from([2]))]),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    commonName(issuer),
    tlv(SEQUENCE, [moment(from), moment(from + (ended ? 1 : 2) * HOUR_MILLIS)]),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, [tlv(SEQUENCE, extensions)]),
  ]);
  const whole = tlv(SEQUENCE, [signed, ECDSA_WITH_SHA256, bits(sign('sha256', signed, by))]);
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

// What follows writes DER (X.690): a tag, a length, a value.
const SEQUENCE = 0x30;

function tlv(tag: number, parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

const integer = (value: Buffer): Buffer => tlv(0x02, [value]);
const bits = (value: Buffer): Buffer => tlv(0x03, [Buffer.from([0]), value]);
const oid = (hex: string): Buffer => tlv(0x06, [Buffer.from(hex, 'hex')]);
const text = (value: string): Buffer => tlv(0x0c, [Buffer.from(value)]);
const moment = (millis: number): Buffer =>
  tlv(0x18, [Buffer.from(new Date(millis).toISOString().replaceAll(/[-:T]|\.\d+/g, ''))]);
const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  tlv(SEQUENCE, [oid(id), ...(critical ? [tlv(0x01, [Buffer.from([255])])] : []), tlv(0x04, [value])]);

const ECDSA_WITH_SHA256 = tlv(SEQUENCE, [oid('2a8648ce3d040302')]);
const commonName = (name: string): Buffer =>
  tlv(SEQUENCE, [tlv(0x31, [tlv(SEQUENCE, [oid('550403'), text(name)])])]);
/** Basic constraints: it may certify others. */
const IS_AUTHORITY = extension('551d13', true, tlv(SEQUENCE, [tlv(0x01, [Buffer.from([255])])]));
/** Subject alternative names: of machines, or addresses as numbers. */
const namesOf = (hosts: readonly string[]): Buffer =>
  extension(
    '551d11',
    false,
    tlv(
      SEQUENCE,
      hosts.map((host) =>
        isIP(host) === 4
          ? tlv(0x87, [Buffer.from(host.split('.').map(Number))])
          : tlv(0x82, [Buffer.from(host)]),
      ),
    ),
  );
