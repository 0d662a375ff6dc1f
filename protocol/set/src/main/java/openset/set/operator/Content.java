package openset.set.operator;

import openset.asn1.Asn1Type;
import openset.asn1.ObjectIdentifier;

/**
 * A kind of content that is digested, signed or encrypted: its content type and how it is read.
 *
 * @param oid one of {@link openset.set.SetOid}
 */
public record Content<T>(ObjectIdentifier oid, Asn1Type<T> type) {}
