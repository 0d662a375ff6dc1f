package openset.set.treatment;

import java.util.List;
import java.util.Optional;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;

/**
 * A party's own credentials: for each brand a pair for signing, and for parties that are written
 * to, a pair for key exchange.
 */
public record Keyring(List<SigningCredential> signing, List<OpeningCredential> opening) {
  /** A ring of copies. */
  public Keyring {
    signing = List.copyOf(signing);
    opening = List.copyOf(opening);
  }

  /** The credential that signs for {@code brand}. */
  public Optional<SigningCredential> signingFor(String brand) {
    return signing.stream()
        .filter(c -> brand.equals(c.certificate().subject().organization()))
        .findFirst();
  }

  /** The credential that opens for {@code brand}. */
  public Optional<OpeningCredential> openingFor(String brand) {
    return opening.stream()
        .filter(c -> brand.equals(c.certificate().subject().organization()))
        .findFirst();
  }
}
