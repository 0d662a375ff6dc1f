package openset.cli.scenario;

import java.util.List;
import java.util.Locale;
import openset.asn1.Der;
import openset.cardholder.Wallet;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.registration.Registration;
import openset.cardholder.stop.Stop;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.demo.Customer;
import openset.cli.demo.StepFailed;
import openset.http.cardholder.PurchaseView;
import openset.http.cardholder.WalletJson;
import openset.http.issuer.AccountJson;
import openset.http.merchant.ShopJson;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.extension.CardChecks;

/**
 * A card that nobody certified, in the wallet of the town.
 *
 * @param issuer its bank
 * @param account at that bank
 * @param card its label in the wallet
 */
record BareCard(Stage stage, BankClient issuer, AccountJson.Opened account, LocalID card) {
  private static final long LIMIT_MINOR = 500_000;

  /** Opens an account with the bank of a brand, and keeps its card; or finds it kept. */
  static BareCard of(Stage stage, String brand) throws CallFailed, StepFailed {
    String bank = "issuer_" + brand.toLowerCase(Locale.ROOT);
    BankClient issuer = stage.reaches(clients -> clients.issuer(bank));
    AccountJson.Opened account = new Customer("scenario-unsigned", LIMIT_MINOR).account(issuer);
    try {
      return new BareCard(stage, issuer, account, kept(stage.town().wallet(), brand, account));
    } catch (Refused e) {
      throw refused(e);
    }
  }

  private static LocalID kept(Wallet wallet, String brand, AccountJson.Opened account)
      throws Refused {
    PAN pan = PAN.of(account.cardNumber());
    for (Wallet.Held held : wallet.cards()) {
      boolean known =
          held.registration() instanceof Registration.Kept before && before.pan().equals(pan);
      if (known) return held.label().cardID();
    }
    CardExpiry expiry = CardExpiry.of(account.cardExpiry().replace("-", ""));
    return wallet.keep(new BrandID(brand), pan, expiry);
  }

  /** A new order, proved by the wallet as far as it comes. */
  WalletJson.Purchase wakes() throws CallFailed {
    return wakes(order());
  }

  private ShopJson.Order order() throws CallFailed {
    return stage.orders(stage.shop(), List.of(Stage.good("bk-101", 1)));
  }

  private WalletJson.Purchase wakes(ShopJson.Order order) throws CallFailed {
    return stage.wallet().wake(order.initiation(), card.toString());
  }

  /** A new order, paid without a signature as far as others let it. */
  Bought pays() throws CallFailed, StepFailed {
    ShopJson.Order order = order();
    WalletJson.Purchase woken = wakes(order);
    if (woken.offer().isEmpty()) throw new StepFailed("wallet", "the purchase was stopped.");
    LocalID purchase = new LocalID(Der.ofHex(woken.purchase()));
    try {
      return new Bought(
          stage.shop(),
          Bought.Ordered.of(order),
          PurchaseView.of(
              stage.town().wallet().approveUnsigned(purchase, CardChecks.NONE)));
    } catch (Refused e) {
      throw refused(e);
    }
  }

  /** Why the wallet stopped, as a peer said it or by which rule; empty where it did not. */
  String why(WalletJson.Purchase purchase) {
    LocalID id = new LocalID(Der.ofHex(purchase.purchase()));
    return stage.town().wallet().purchase(id).orElseThrow()
            instanceof Purchase.Stopped(_, Stop stop, _)
        ? stop.code() + (stop.byPeer() ? ", said the shop" : ", " + stop.rule())
        : "";
  }

  /** What the bank booked. */
  List<AccountJson.Line> statement() throws CallFailed {
    return issuer.statement(account.accountId()).lines();
  }

  private static StepFailed refused(Refused refused) {
    return new StepFailed("wallet", "it refuses by rule " + refused.rule() + ".");
  }
}
