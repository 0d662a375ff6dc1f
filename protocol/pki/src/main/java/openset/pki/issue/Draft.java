package openset.pki.issue;

import java.util.List;
import java.util.function.Function;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningPublicKey;

/**
 * What will be signed, not yet looked at. The only way on is {@link #lint}.
 *
 * @param <T> what it becomes: a certificate, a CRL or a brand CRL identifier
 */
public final class Draft<T> {
  private final Der toBeSigned;
  private final SignatureAlgorithm algorithm;
  private final SigningPublicKey signingKey;
  private final Function<byte[], T> reader;
  private final Lint<T> lint;

  Draft(
      Der toBeSigned,
      SignatureAlgorithm algorithm,
      SigningPublicKey signingKey,
      Function<byte[], T> reader,
      Lint<T> lint) {
    this.toBeSigned = toBeSigned;
    this.algorithm = algorithm;
    this.signingKey = signingKey;
    this.reader = reader;
    this.lint = lint;
  }

  /** This draft with other octets to be signed, for tests of the lint. */
  Draft<T> replaced(byte[] octets) {
    return new Draft<>(Der.of(octets), algorithm, signingKey, reader, lint);
  }

  /** The octets that will be signed. */
  public Der toBeSigned() {
    return toBeSigned;
  }

  /**
   * Reads the draft with our own reader and checks every rule of its profile.
   *
   * @throws LintRefusal where one is broken
   */
  public LintedDraft<T> lint() throws LintRefusal {
    Lint.Findings findings = new Lint.Findings();
    try {
      lint.look(reader.apply(SignedForm.of(toBeSigned, algorithm, new byte[0])), findings);
    } catch (Asn1Exception e) {
      throw new LintRefusal(List.of("CERT-01 " + e.getMessage()));
    }
    if (!findings.rules().isEmpty()) throw new LintRefusal(findings.rules());
    return new LintedDraft<>(toBeSigned, algorithm, signingKey, reader);
  }
}
