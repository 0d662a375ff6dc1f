package openset.http.cardholder;

import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.cardholder.Wallet;
import openset.cardholder.registration.Label;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.initiation.Initiation;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;

/** The routes of one wallet, all for its owner alone. */
public final class WalletApi {
  private static final Language ENGLISH = new Language("en");
  private static final int SHOWN_MOST = 100;

  private final Wallet wallet;

  private WalletApi(Wallet wallet) {
    this.wallet = wallet;
  }

  /**
   * The routes.
   *
   * @param owner the cardholder's own programs
   */
  public static List<Mount> routes(Wallet wallet, ApiKeys owner) {
    WalletApi api = new WalletApi(wallet);
    return List.of(
        JsonRoute.get("/api/cards", api::cards).only(owner),
        JsonRoute.post("/api/purchases", WalletJson.Wake.class, api::wake).only(owner),
        JsonRoute.get("/api/purchases/{purchase}", api::purchase).only(owner),
        JsonRoute.post("/api/purchases/{purchase}/approval", Call.None.class, api::approve)
            .only(owner),
        JsonRoute.post("/api/purchases/{purchase}/cancellation", Call.None.class, api::cancel)
            .only(owner));
  }

  private WalletJson.Cards cards(Call<Call.None> call) {
    return new WalletJson.Cards(
        wallet.cards().stream().flatMap(held -> card(held).stream()).toList());
  }

  /** A card, once it is certified. */
  private static Optional<WalletJson.Card> card(Wallet.Held held) {
    Label label = held.label();
    return held.certificate()
        .map(
            certificate ->
                new WalletJson.Card(
                    label.cardID().toString(),
                    label.brandID().name(),
                    label.number(),
                    label.expiry().toString(),
                    certificate.holder().orElse(""),
                    certificate.serialNumber().toString(16),
                    certificate.notAfter().toString()));
  }

  private WalletJson.Purchase wake(Call<WalletJson.Wake> call) throws HttpRefused {
    LocalID card = label(call.body().card());
    return refusing(
        () -> {
          if (!(InitiationText.read(call.body().initiation())
              instanceof PaymentInitiation payment)) {
            throw new HttpRefused(422, "INIT-03", "This initiation is not for a payment.");
          }
          Der offer =
              payment
                  .offer()
                  .orElseThrow(
                      () -> new HttpRefused(422, "INIT-10", "The order itself is missing."));
          return PurchaseView.of(wallet.begin(payment, offer, card, ENGLISH).purchase());
        });
  }

  private WalletJson.Purchase approve(Call<Call.None> call) throws HttpRefused {
    LocalID id = label(call.part("purchase"));
    return refusing(() -> PurchaseView.of(wallet.approve(id)));
  }

  private WalletJson.Purchase cancel(Call<Call.None> call) throws HttpRefused {
    LocalID id = label(call.part("purchase"));
    return refusing(() -> PurchaseView.of(wallet.cancel(id)));
  }

  private WalletJson.Purchase purchase(Call<Call.None> call) throws HttpRefused {
    return wallet
        .purchase(label(call.part("purchase")))
        .map(PurchaseView::of)
        .orElseThrow(HttpRefused::notFound);
  }

  private static LocalID label(String hex) throws HttpRefused {
    if (!hex.matches("(?:[0-9a-f]{2}){1,20}")) throw HttpRefused.notFound();
    return new LocalID(Der.ofHex(hex));
  }

  /** Something the wallet does, or refuses by a rule. */
  @FunctionalInterface
  private interface Act<T> {
    T run() throws Refused, HttpRefused;
  }

  private static <T> T refusing(Act<T> act) throws HttpRefused {
    try {
      return act.run();
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "The wallet refuses: " + refused.code() + ".");
    }
  }
}
