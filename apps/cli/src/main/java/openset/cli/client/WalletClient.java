package openset.cli.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.http.Call;
import openset.http.cardholder.WalletJson;
import openset.http.keys.ApiKey;

/** A wallet as programs of its owner use it. */
public final class WalletClient implements AutoCloseable {
  private final Calls calls;

  /**
   * A wallet.
   *
   * @param owner the owner's key
   */
  public WalletClient(String name, URI wallet, ApiKey owner) {
    this.calls = new Calls(name, wallet, Optional.of(owner));
  }

  /** Begins to register a card; the answer holds the issuer's form. */
  public WalletJson.Registration begin(WalletJson.Begin card) throws CallFailed {
    return calls.post("/api/registrations", card, WalletJson.Registration.class);
  }

  /** Sends the answers to the form. */
  public WalletJson.Registration answer(String registration, Map<String, String> answers)
      throws CallFailed {
    return calls.post(
        "/api/registrations/" + registration + "/answers",
        new WalletJson.Answers(answers),
        WalletJson.Registration.class);
  }

  /** Asks how a pending registration stands. */
  public WalletJson.Registration inquire(String registration) throws CallFailed {
    return calls.post(
        "/api/registrations/" + registration + "/inquiry",
        Call.None.NONE,
        WalletJson.Registration.class);
  }

  /** The cards that are certified. */
  public List<WalletJson.Card> cards() throws CallFailed {
    return calls.get("/api/cards", WalletJson.Cards.class).cards();
  }

  /** Wakes the wallet for an order; the answer holds what the proved merchant offers. */
  public WalletJson.Purchase wake(String initiation, String card) throws CallFailed {
    return calls.post(
        "/api/purchases", new WalletJson.Wake(initiation, card), WalletJson.Purchase.class);
  }

  /** Agrees to the offer and pays. */
  public WalletJson.Purchase approve(String purchase) throws CallFailed {
    return calls.post(
        "/api/purchases/" + purchase + "/approval",
        Call.None.NONE,
        WalletJson.Purchase.class);
  }

  /** Agrees to the offer, lets the bank check something, and pays. */
  public WalletJson.Purchase approve(String purchase, WalletJson.Checks checks)
      throws CallFailed {
    return calls.post(
        "/api/purchases/" + purchase + "/checked-approval",
        checks,
        WalletJson.Purchase.class);
  }

  /** Asks the merchant how a purchase stands. */
  public WalletJson.Purchase inquirePurchase(String purchase) throws CallFailed {
    return calls.post(
        "/api/purchases/" + purchase + "/inquiry",
        Call.None.NONE,
        WalletJson.Purchase.class);
  }

  /** Where a purchase stands. */
  public WalletJson.Purchase purchase(String purchase) throws CallFailed {
    return calls.get("/api/purchases/" + purchase, WalletJson.Purchase.class);
  }

  @Override
  public void close() {
    calls.close();
  }
}
