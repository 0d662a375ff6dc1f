package openset.authority.registration;

import java.util.Map;
import java.util.Optional;
import openset.pki.Certificate;
import openset.set.data.BIN;

/**
 * The banks the authority asks, by the BIN of cards or of acquirers.
 *
 * @param issuers ask about cards
 * @param acquirers ask about merchants and gateways
 */
public record Banks(Map<String, Bank> issuers, Map<String, Bank> acquirers) {
  /** Copies the maps. */
  public Banks {
    issuers = Map.copyOf(issuers);
    acquirers = Map.copyOf(acquirers);
  }

  /**
   * One bank.
   *
   * @param host its name among the authority's hosts
   * @param name as it stands in certificates
   * @param country ISO 3166 alpha-2
   * @param countryNumber ISO 3166 numeric
   */
  public record Bank(String host, String name, String country, int countryNumber) {
    /** Whether {@code certificate} names this bank as its holder's. */
    public boolean certified(Certificate certificate) {
      return certificate.subject().units().contains(name);
    }
  }

  /** The bank of this BIN, of cards or as acquirer. */
  public Optional<Bank> of(String bin) {
    return Optional.ofNullable(issuers.get(bin)).or(() -> Optional.ofNullable(acquirers.get(bin)));
  }

  Optional<Bank> issuer(BIN bin) {
    return Optional.ofNullable(issuers.get(bin.digits()));
  }

  Optional<Bank> acquirer(BIN bin) {
    return Optional.ofNullable(acquirers.get(bin.digits()));
  }
}
