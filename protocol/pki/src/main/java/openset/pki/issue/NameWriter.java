package openset.pki.issue;

import openset.pki.x509.DistinguishedName;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Names as Bouncy Castle writes them. Values go in as ASN.1 strings, never as text to be parsed, so
 * that commas, equals signs and number signs are what they are.
 */
final class NameWriter {
  private NameWriter() {}

  static X500Name write(DistinguishedName name) {
    X500NameBuilder out = new X500NameBuilder(BCStyle.INSTANCE);
    add(out, BCStyle.C, new DERPrintableString(name.country()));
    add(out, BCStyle.O, new DERUTF8String(name.organization()));
    name.units().forEach(unit -> add(out, BCStyle.OU, new DERUTF8String(unit)));
    name.commonName().ifPresent(text -> add(out, BCStyle.CN, new DERUTF8String(text)));
    name.name().ifPresent(text -> add(out, BCStyle.NAME, new DERUTF8String(text)));
    return out.build();
  }

  private static void add(X500NameBuilder out, ASN1ObjectIdentifier type, ASN1Encodable value) {
    out.addRDN(type, value);
  }
}
