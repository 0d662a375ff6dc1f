package openset.pki.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import openset.asn1.Der;
import openset.crypto.SignatureAlgorithm;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Octets, algorithm and signature put together, with Bouncy Castle. */
final class SignedForm {
  private SignedForm() {}

  static byte[] of(Der toBeSigned, SignatureAlgorithm algorithm, byte[] signature) {
    try {
      ASN1EncodableVector parts = new ASN1EncodableVector();
      parts.add(ASN1Primitive.fromByteArray(toBeSigned.bytes()));
      parts.add(identifier(algorithm));
      parts.add(new DERBitString(signature));
      return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AlgorithmIdentifier identifier(SignatureAlgorithm algorithm) {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithm.oid().dotted()));
  }
}
