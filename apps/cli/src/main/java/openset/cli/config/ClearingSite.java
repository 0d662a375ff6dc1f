package openset.cli.config;

import java.util.List;

/**
 * A clearing house.
 *
 * @param iso its ISO 8583 listener
 * @param institution own institution code
 * @param banks its members
 * @param cycleSeconds time between two settlement cycles; 0 where they are run on demand only
 * @param staffKey for its own people
 */
public record ClearingSite(
    Own own,
    Listen http,
    Host iso,
    String institution,
    List<Neighbour> banks,
    int cycleSeconds,
    SecretSource staffKey)
    implements Site {
  public ClearingSite {
    banks = List.copyOf(banks);
  }
}
