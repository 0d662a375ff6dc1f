import { Asn1Error, concat, decode, equal, latin1, type Octets } from '../../main/ts/asn1';
import {
  sameName,
  SHA256,
  type SignedData,
  signedForm,
  type SignerInfo,
} from '../../main/ts/cms/types';
import { sha256, verifyingKey } from '../../main/ts/crypto';
import { Certificate } from '../../main/ts/pki';
import * as set from '../../main/ts/set';

/**
 * That the holder of a card signed PI-TBS, by a passkey where its certificate says so and in the
 * plain way where not (spec/passkey.md). @throws Refused
 */
export async function verifyCard(
  message: SignedData,
  octets: Octets,
  expected: set.Expected,
): Promise<void> {
  const [info, more] = message.signerInfos;
  if (info === undefined || more !== undefined) throw failure('OP-12');
  const offered = (message.certificates ?? []).map((der) => decode(Certificate, der));
  const leaf = offered.find((one) => sameName(one.name, info.sid));
  if (!equal(info.signatureAlgorithm, set.PASSKEY)) {
    await set.verifyDetached(message, set.CONTENT.PITBS, octets, expected);
    // PK-05: a passkey's certificate names its origin, and no other key signs in that way.
    if (leaf !== undefined && leaf.uris.length > 0) throw failure('PK-05');
    return;
  }
  if (leaf === undefined) throw new set.Refused('missingCertificate', 'OP-14');
  try {
    await expected.trust.validate(leaf, offered, expected.signer, expected.now);
  } catch (e) {
    throw set.refusing(e);
  }
  const origin = await originOf(info, leaf.spki, set.CONTENT.PITBS.oid, octets);
  if (origin === undefined) throw failure('OP-17');
  if (leaf.uris[0] !== origin) throw failure('PK-05');
}

/** From which origin the passkey signed; nothing where it did not (PK-01 to PK-04). */
async function originOf(
  info: SignerInfo,
  spki: Octets,
  type: string,
  content: Octets,
): Promise<string | undefined> {
  const { contentType, messageDigest } = info.signedAttrs.value;
  const covers =
    equal(info.digestAlgorithm, SHA256) &&
    contentType.attrValues === type &&
    equal(messageDigest.attrValues, await sha256(content));
  const signature = read(info.signature);
  if (!covers || signature === undefined) return undefined;
  const { authenticatorData, clientDataJSON, assertion } = signature;
  const origin = await said(clientDataJSON, signedForm(info.signedAttrs.der));
  if (origin === undefined) return undefined;
  const host = await sha256(latin1(new URL(origin).hostname));
  const flags = authenticatorData[32] ?? 0;
  if (!equal(authenticatorData.slice(0, 32), host) || (flags & 5) !== 5) return undefined;
  const signed = concat([authenticatorData, await sha256(clientDataJSON)]);
  const key = await verifyingKey(spki);
  return (await key.verify(signed, assertion)) ? origin : undefined;
}

function read(octets: Octets) {
  try {
    return decode(set.PasskeySignature, octets);
  } catch (e) {
    if (e instanceof Asn1Error) return undefined;
    throw e;
  }
}

/** The origin of client data over that message (PK-02). */
async function said(clientDataJSON: Octets, message: Octets): Promise<string | undefined> {
  const challenge = btoa(String.fromCharCode(...(await sha256(message))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
  const text = new TextDecoder('latin1').decode(clientDataJSON);
  const begin = `{"type":"webauthn.get","challenge":"${challenge}","origin":"`;
  if (!text.startsWith(begin)) return undefined;
  const rest = /^([!#-[\]-~]{1,200})","crossOrigin":false(?:\}|,.*\})$/s;
  return rest.exec(text.slice(begin.length))?.[1];
}

function failure(rule: string): set.Refused {
  return new set.Refused('signatureFailure', rule);
}
