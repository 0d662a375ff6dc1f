package openset.set.operator;

import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.ConstantTime;
import openset.crypto.DigestAlgorithm;

/**
 * The detached digest: {@code DD(t) = DigestedData(type of t, SHA-256(DER of t))} (OP-01, OP-02).
 */
public final class DD {
  private DD() {}

  /** DD of the value whose DER, as sent or to be sent, is {@code der}. */
  public static <T> Detached<T> of(Content<T> content, Der der) {
    return new Detached<>(content.oid(), digest(der));
  }

  /** DD of a value as it was sent. */
  public static <T> Detached<T> of(Content<T> content, AsSent<T> sent) {
    return of(content, sent.der());
  }

  /** DD of a value of our own. */
  public static <T> Detached<T> ofValue(Content<T> content, T value) {
    return of(content, AsSent.of(content.type(), value));
  }

  /** Whether {@code digest} is DD of the value whose DER is {@code der}. */
  public static <T> boolean matches(Detached<T> digest, Content<T> content, Der der) {
    return digest.contentType().equals(content.oid())
        && ConstantTime.equal(digest.digest().bytes(), digest(der).bytes());
  }

  /** H: SHA-256 of the octets. */
  static Der digest(Der der) {
    return Der.of(DigestAlgorithm.SHA256.digest(der.bytes()));
  }
}
