package openset.pki.issue;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import openset.asn1.Der;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.Signer;
import openset.crypto.SigningPublicKey;

/**
 * What will be signed, found in order; can be signed once. {@link Draft#lint} alone makes one.
 *
 * @param <T> what it becomes
 */
public final class LintedDraft<T> {
  private final Der toBeSigned;
  private final SignatureAlgorithm algorithm;
  private final SigningPublicKey signingKey;
  private final Function<byte[], T> reader;
  private final AtomicBoolean signed = new AtomicBoolean();

  LintedDraft(
      Der toBeSigned,
      SignatureAlgorithm algorithm,
      SigningPublicKey signingKey,
      Function<byte[], T> reader) {
    this.toBeSigned = toBeSigned;
    this.algorithm = algorithm;
    this.signingKey = signingKey;
    this.reader = reader;
  }

  /** The octets that will be signed: an authority writes them down before it signs. */
  public Der toBeSigned() {
    return toBeSigned;
  }

  /**
   * Signs, and verifies what was signed before anybody sees it.
   *
   * @throws IllegalStateException where it was signed before, or {@code signer} is not the issuer's
   */
  public T sign(Signer signer) {
    if (!signed.compareAndSet(false, true)) throw new IllegalStateException("signed before");
    byte[] octets = toBeSigned.bytes();
    byte[] signature = signer.sign(octets);
    if (signer.algorithm() != algorithm || !signingKey.verify(octets, signature)) {
      throw new IllegalStateException("not the issuer's signer");
    }
    return reader.apply(SignedForm.of(toBeSigned, algorithm, signature));
  }
}
