import { generateKeyPairSync, sign } from 'node:crypto';

/** One DER value: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length =
    content.length < 0x100 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

const ECDSA_SHA256 = sequence(bytes('06082a8648ce3d040302'));
const COMMON_NAME = bytes('0603550403');
const ALT_NAMES = bytes('0603551d11');

function named(name: string): Buffer {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, text(name)))));
}

function extensions(hosts: readonly string[]): Buffer {
  const names = sequence(...hosts.map((host) => der(0x82, text(host))));
  return der(0xa3, sequence(sequence(ALT_NAMES, der(0x04, names))));
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * Signs a certificate for these hosts with a key of the moment. Node makes none, and a key in the repository would
 * be one more thing to explain; the browser of the tests trusts no certificate here anyway.
 */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = named(hosts[0] ?? 'localhost');
  const body = sequence(
    der(0xa0, bytes('020102')),
    bytes('020101'),
    ECDSA_SHA256,
    name,
    sequence(der(0x17, text('200101000000Z')), der(0x17, text('491231235959Z'))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(hosts),
  );
  const signature = der(0x03, bytes('00'), sign('sha256', body, privateKey));
  const base64 = sequence(body, ECDSA_SHA256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}
