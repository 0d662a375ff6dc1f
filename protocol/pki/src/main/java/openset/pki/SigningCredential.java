package openset.pki;

import java.util.List;
import openset.crypto.Signer;

/**
 * What one signs messages with.
 *
 * @param signer the private key
 * @param certificate of that key
 * @param chain the certificates above it without the root, its issuer first
 */
public record SigningCredential(
    Signer signer, Certificate certificate, List<Certificate> chain) {
  /** Copies the chain. */
  public SigningCredential {
    chain = List.copyOf(chain);
  }
}
