package openset.testkit.bank;

import java.time.Duration;
import java.util.Set;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.issuer.Issuer;
import openset.issuer.IssuerConfig;
import openset.issuer.card.Bin;
import openset.issuer.desk.AccountView;
import openset.issuer.host.Peers;
import openset.issuer.opening.Application;
import openset.issuer.opening.ApplicationId;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.opening.OpeningPolicy;
import openset.ledger.Money;

/** The issuer of the cards of BIN {@value #BIN}, its neighbours, and its customers. */
public final class AuroraBank {
  public static final String BIN = "999001";
  public static final String ISSUER = "999100";
  public static final String ACQUIRER = "999001";
  public static final String CLEARING = "999900";
  public static final String GATEWAY = "999800";
  public static final int EUR = 978;

  private AuroraBank() {}

  /** Its listener, at a free port where {@code port} is 0. */
  public static IssuerConfig.Link link(int port) {
    return new IssuerConfig.Link(
        "127.0.0.1", port, new Peers(ISSUER, Set.of(ACQUIRER), CLEARING));
  }

  /** Its configuration: accounts in euros, holds of seven days. */
  public static IssuerConfig config(IssuerConfig.Link link) {
    return new IssuerConfig(
        new IssuerConfig.Bank("Bank of Aurora", "GB", new Bin(BIN)),
        new OpeningPolicy(18, new Money(EUR, 1_000), new Money(EUR, 1_000_000), 36),
        Duration.ofDays(7),
        link);
  }

  /** A vault with a key of its own. */
  public static Vault vault() {
    Randomness randomness = Randomness.secure();
    return Vault.of(SecretBytes.random(Vault.KEY_OCTETS, randomness), randomness);
  }

  /**
   * Opens an account.
   *
   * @param id tells its application from others
   * @param limit in minor units
   */
  public static AccountOpened opens(Issuer issuer, String id, long limit) {
    return (AccountOpened)
        issuer
            .opening()
            .open(
                new Application(
                    new ApplicationId(id),
                    "Zoe Quill",
                    "1990-02-28",
                    new Application.StatedAddress("1 Example Street", "Example", "10000", "GB"),
                    new Application.StatedDocument("passport", "X77-" + id, "GB", "2031-01-01"),
                    new Money(EUR, limit)));
  }

  /** How an account stands. */
  public static AccountView.Amounts money(Issuer issuer, AccountOpened account) {
    return issuer.accounts().account(account.account()).orElseThrow().money();
  }
}
