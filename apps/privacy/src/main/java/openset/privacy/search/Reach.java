package openset.privacy.search;

import java.util.List;
import java.util.Optional;
import openset.crypto.Agreement;
import openset.crypto.Vault;

/**
 * What somebody can open.
 *
 * @param vault its own, for what lies sealed at rest
 * @param agreements its private keys, for envelopes sealed to it
 */
public record Reach(Optional<Vault> vault, List<Agreement> agreements) {
  /** Opens nothing. */
  public static final Reach NONE = new Reach(Optional.empty(), List.of());

  public Reach {
    agreements = List.copyOf(agreements);
  }

  @Override
  public String toString() {
    return "Reach[" + agreements.size() + " keys]";
  }
}
