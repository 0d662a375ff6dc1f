package openset.cli.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.cli.config.AcquirerSite;
import openset.cli.config.ClearingSite;
import openset.cli.config.IssuerSite;
import openset.cli.config.Site;
import openset.clearing.ClearingHouse;
import openset.ledger.Account;
import openset.ledger.AccountCode;
import openset.ledger.Money;
import openset.ledger.Standing;

/**
 * One account that two keep: what a bank has at the clearing house, in its own books and in those
 * of the clearing house. Both say the same, but while a settlement is on its way.
 *
 * @param bank name of the bank
 * @param bankSays positive where the bank has money there
 * @param clearingSays the same by the clearing house's books
 */
public record Mirror(String bank, Money bankSays, Money clearingSays) {
  /** Whether both say the same. */
  public boolean agrees() {
    return bankSays.equals(clearingSays);
  }

  /** All such accounts among these, by the names of those who keep them. */
  static List<Mirror> of(Map<String, Site> sites, Map<String, List<Standing>> accounts) {
    Map<AccountCode, Money> there = new HashMap<>();
    accounts.forEach(
        (name, standings) -> {
          if (!(sites.get(name) instanceof ClearingSite)) return;
          for (Standing one : standings) there.put(one.account().code(), one.position().balance());
        });
    List<Mirror> mirrors = new ArrayList<>();
    accounts.forEach(
        (name, standings) ->
            institution(sites.get(name))
                .ifPresent(
                    institution -> {
                      for (Standing one : standings) {
                        mirrors.addAll(mirror(name, institution, one, there));
                      }
                    }));
    return List.copyOf(mirrors);
  }

  private static List<Mirror> mirror(
      String bank, String institution, Standing standing, Map<AccountCode, Money> there) {
    Account account = standing.account();
    if (!account.code().text().equals("settlement/" + account.currency())) return List.of();
    AccountCode code = ClearingHouse.bankAccount(institution, account.currency());
    Money other = there.getOrDefault(code, Money.zero(account.currency()));
    return List.of(new Mirror(bank, standing.position().balance(), other.negated()));
  }

  private static Optional<String> institution(Site site) {
    return switch (site) {
      case IssuerSite issuer -> Optional.of(issuer.bank().institution());
      case AcquirerSite acquirer -> Optional.of(acquirer.institution());
      default -> Optional.empty();
    };
  }
}
