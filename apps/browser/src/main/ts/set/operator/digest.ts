import { encode, equal, type Octets, type Type } from '../../asn1';
import { sha256 } from '../../crypto';

/** A type with the object identifier by which CMS knows its values. */
export interface Content<T> {
  readonly oid: string;
  readonly type: Type<T>;
}

/** DD(t): the digest of the octets of t. The type that holds it says of which content it is. */
export function DD(der: Octets): Promise<Octets> {
  return sha256(der);
}

/** DD of a value of our own, which is sent in no other octets. */
export function ddOf<T>(content: Content<T>, value: T): Promise<Octets> {
  return DD(encode(content.type, value));
}

/** L(a, b) holds: `link` is the digest of b, whose octets are `der` (OP-03). */
export async function holds(link: Octets, der: Octets): Promise<boolean> {
  return equal(link, await DD(der));
}
