package openset.pki;

import java.util.List;
import openset.crypto.Agreement;

/**
 * What one opens envelopes with.
 *
 * @param agreement the private key
 * @param certificate of that key
 * @param chain the certificates above it without the root, its issuer first
 */
public record OpeningCredential(
    Agreement agreement, Certificate certificate, List<Certificate> chain) {
  /** Copies the chain. */
  public OpeningCredential {
    chain = List.copyOf(chain);
  }
}
