package openset.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.cli.config.BadConfig;
import openset.cli.config.ConfigFile;
import openset.cli.config.MerchantSite;
import openset.conduct.enrolment.EnrolledKeys;
import openset.conduct.enrolment.Outcome;
import openset.crypto.KeyFile;
import openset.crypto.Suite;
import openset.merchant.Merchant;
import openset.merchant.evidence.MerchantEvidence;
import openset.merchant.order.OrderRow;
import openset.merchant.order.Orders;
import openset.merchant.order.Wanted;
import openset.merchant.settlement.Settlements;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.store.EventTables;
import openset.merchant.store.OrderTables;
import openset.merchant.store.ShopTables;
import openset.pki.Certificate;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.set.data.BrandID;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.store.Database;

/** A merchant's orders and keys, read on the machine itself; the shop may be open. */
public final class MerchantBooks implements AutoCloseable {
  private static final int LOOKED_AT = 100;

  private final Premises premises;
  private final Database database;
  private final ShopTables shop;
  private final Orders orders;
  private final Settlements settlements;
  private final Means means;

  private MerchantBooks(Premises premises, MerchantSite site) throws BadConfig, CannotStart {
    this.premises = premises;
    this.database = premises.database(Merchant.MIGRATIONS);
    this.shop = new ShopTables(CurrencyCode.of(site.shop().currency()));
    this.settlements = premises.settlements(site.brands());
    this.orders = new Orders(database, new OrderTables(new EventTables(shop.currency())));
    Ground ground = premises.ground();
    this.means =
        new Means(
            ground.clock().instant(),
            ground.randomness(),
            Trust.in(List.of(root(site))),
            keys(site),
            Policy.standard(premises.name()));
  }

  /**
   * The books of the merchant configured in {@code file}.
   *
   * @throws CannotStart where its key file or its root certificate cannot be read
   */
  public static MerchantBooks of(Path file, Ground ground) throws CannotStart, BadConfig {
    MerchantSite site = ConfigFile.read(file, MerchantSite.class);
    Premises premises = Premises.of(file, site.own(), ground);
    try {
      return new MerchantBooks(premises, site);
    } catch (CannotStart | BadConfig | RuntimeException e) {
      premises.close();
      throw e;
    }
  }

  private Certificate root(MerchantSite site) throws CannotStart {
    Path root = premises.path(site.trusted().root());
    try {
      return Certificate.of(Files.readAllBytes(root));
    } catch (IOException | Asn1Exception e) {
      throw new CannotStart(premises.name(), "no root certificate can be read at " + root);
    }
  }

  private Keyring keys(MerchantSite site) throws CannotStart, BadConfig {
    KeyFile file = premises.keys();
    List<SigningCredential> signing = new ArrayList<>();
    List<OpeningCredential> opening = new ArrayList<>();
    try {
      for (MerchantSite.Brand brand : site.brands()) {
        Optional<Outcome.Enrolled> held =
            EnrolledKeys.of(file, new BrandID(brand.brand()), Suite.CLASSICAL).held();
        held.ifPresent(keys -> signing.add(keys.signing()));
        held.ifPresent(keys -> opening.add(keys.opening()));
      }
    } catch (KeyFile.Unusable e) {
      throw new CannotStart(premises.name(), e.getMessage());
    }
    return new Keyring(signing, opening);
  }

  /** The order of that number, of that reference, or of that label in hexadecimal. */
  public Optional<PlacedOrder> order(String text) {
    return labelled(text).or(() -> named(text));
  }

  private Optional<PlacedOrder> labelled(String text) {
    boolean hexadecimal = text.matches("(?:[0-9a-f]{2}){1,20}");
    return hexadecimal ? placed(new LocalID(Der.ofHex(text))) : Optional.empty();
  }

  /** A number or a reference may look like a label: {@code 2026}. */
  private Optional<PlacedOrder> named(String text) {
    Wanted wanted =
        new Wanted(Optional.of(text), Optional.empty(), Optional.empty(), LOOKED_AT);
    return orders.find(wanted).stream()
        .filter(row -> row.orderNumber().equals(text) || row.reference().equals(Optional.of(text)))
        .map(OrderRow::lidM)
        .findFirst()
        .flatMap(this::placed);
  }

  private Optional<PlacedOrder> placed(LocalID lidM) {
    return database.transactions().inTransaction(tx -> shop.order(tx, lidM));
  }

  /** What can be shown to others of its orders. */
  public MerchantEvidence evidence() {
    return new MerchantEvidence(database, orders, () -> means, settlements);
  }

  @Override
  public void close() {
    premises.close();
  }
}
