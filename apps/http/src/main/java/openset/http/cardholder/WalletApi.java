package openset.http.cardholder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import openset.asn1.Der;
import openset.cardholder.Wallet;
import openset.cardholder.registration.Registration;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.registration.RegFormItem;
import openset.set.extension.BillingAddress;
import openset.set.extension.CardChecks;
import openset.set.extension.SecurityCode;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.WebAddress;

/** The routes of one wallet, all for its owner alone. */
public final class WalletApi {
  private static final Language ENGLISH = new Language("en");
  private static final int SHOWN_MOST = 100;

  private final Wallet wallet;
  private final Map<String, WebAddress> authorities;

  private WalletApi(Wallet wallet, Map<String, WebAddress> authorities) {
    this.wallet = wallet;
    this.authorities = Map.copyOf(authorities);
  }

  /**
   * The routes.
   *
   * @param authorities where cards of each brand are registered
   * @param owner the cardholder's own programs
   */
  public static List<Mount> routes(
      Wallet wallet, Map<String, WebAddress> authorities, ApiKeys owner) {
    WalletApi api = new WalletApi(wallet, authorities);
    return List.of(
        JsonRoute.post("/api/registrations", WalletJson.Begin.class, api::register).only(owner),
        JsonRoute.get("/api/registrations/{registration}", api::registration).only(owner),
        JsonRoute.post(
                "/api/registrations/{registration}/answers",
                WalletJson.Answers.class,
                api::answer)
            .only(owner),
        JsonRoute.post(
                "/api/registrations/{registration}/inquiry", Call.None.class, api::inquire)
            .only(owner),
        JsonRoute.get("/api/cards", api::cards).only(owner),
        JsonRoute.post("/api/cards/{card}/renewal", WalletJson.Renew.class, api::renew)
            .only(owner),
        JsonRoute.post("/api/purchases", WalletJson.Wake.class, api::wake).only(owner),
        JsonRoute.get("/api/purchases/{purchase}", api::purchase).only(owner),
        JsonRoute.get("/api/purchases/{purchase}/evidence", api::evidence).only(owner),
        JsonRoute.post("/api/purchases/{purchase}/approval", Call.None.class, api::approve)
            .only(owner),
        JsonRoute.post(
                "/api/purchases/{purchase}/checked-approval",
                WalletJson.Checks.class,
                api::approveChecked)
            .only(owner),
        JsonRoute.post("/api/purchases/{purchase}/cancellation", Call.None.class, api::cancel)
            .only(owner),
        JsonRoute.post(
                "/api/purchases/{purchase}/inquiry", Call.None.class, api::inquirePurchase)
            .only(owner));
  }

  private WalletJson.Evidence evidence(Call<Call.None> call) throws HttpRefused {
    return wallet
        .evidence(label(call.part("purchase")))
        .map(WalletJson.Evidence::of)
        .orElseThrow(HttpRefused::notFound);
  }

  private WalletJson.Cards cards(Call<Call.None> call) {
    return new WalletJson.Cards(
        wallet.cards().stream().map(RegistrationView::card).flatMap(Optional::stream).toList());
  }

  private WalletJson.Registration register(Call<WalletJson.Begin> call) throws HttpRefused {
    WalletJson.Begin wish = call.body();
    WebAddress authority = authorities.get(wish.brand());
    if (authority == null) {
      throw new HttpRefused(422, "brand", "This wallet knows no authority of the brand.");
    }
    Wallet.NewCard card =
        new Wallet.NewCard(
            authority,
            new BrandID(wish.brand()),
            part("cardNumber", wish.cardNumber(), PAN::of),
            part("cardExpiry", wish.cardExpiry(), CardExpiry::of),
            part("language", wish.language(), Language::new));
    return refusing(() -> view(wallet.register(card)));
  }

  private WalletJson.Registration renew(Call<WalletJson.Renew> call) throws HttpRefused {
    LocalID id = label(call.part("card"));
    Wallet.Held held = wallet.held(id).orElseThrow(HttpRefused::notFound);
    WebAddress authority = authorities.get(held.label().brandID().name());
    if (authority == null) {
      throw new HttpRefused(422, "brand", "This wallet knows no authority of the brand.");
    }
    Language language = part("language", call.body().language(), Language::new);
    return refusing(() -> view(wallet.renew(id, authority, language)));
  }

  private WalletJson.Registration answer(Call<WalletJson.Answers> call) throws HttpRefused {
    LocalID id = label(call.part("registration"));
    List<RegFormItem> answers =
        call.body().answers().entrySet().stream()
            .map(answer -> new RegFormItem(answer.getKey(), answer.getValue()))
            .toList();
    return refusing(() -> view(wallet.answer(id, answers)));
  }

  private WalletJson.Registration inquire(Call<Call.None> call) throws HttpRefused {
    LocalID id = label(call.part("registration"));
    return refusing(() -> view(wallet.inquire(id)));
  }

  private WalletJson.Registration registration(Call<Call.None> call) throws HttpRefused {
    return wallet
        .held(label(call.part("registration")))
        .map(RegistrationView::of)
        .orElseThrow(HttpRefused::notFound);
  }

  private WalletJson.Registration view(Registration registration) {
    return wallet
        .held(registration.label().cardID())
        .map(RegistrationView::of)
        .orElseThrow(IllegalStateException::new);
  }

  private static <T> T part(String name, String text, Function<String, T> reading)
      throws HttpRefused {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, name, "This is no " + name + ".");
    }
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

  private WalletJson.Purchase approveChecked(Call<WalletJson.Checks> call)
      throws HttpRefused {
    LocalID id = label(call.part("purchase"));
    CardChecks checks = checks(call.body());
    return refusing(() -> PurchaseView.of(wallet.approve(id, checks)));
  }

  private static CardChecks checks(WalletJson.Checks told) throws HttpRefused {
    Optional<SecurityCode> code =
        told.securityCode().isEmpty()
            ? Optional.empty()
            : Optional.of(part("securityCode", told.securityCode().get(), SecurityCode::new));
    if (told.postalCode().isEmpty() && told.street().isPresent()) {
      throw new HttpRefused(422, "postalCode", "A street is compared with its postal code.");
    }
    Optional<BillingAddress> address =
        told.postalCode().isEmpty()
            ? Optional.empty()
            : Optional.of(
                part(
                    "postalCode",
                    told.postalCode().get(),
                    postalCode -> new BillingAddress(postalCode, told.street())));
    return new CardChecks(code, address);
  }

  private WalletJson.Purchase cancel(Call<Call.None> call) throws HttpRefused {
    LocalID id = label(call.part("purchase"));
    return refusing(() -> PurchaseView.of(wallet.cancel(id)));
  }

  private WalletJson.Purchase inquirePurchase(Call<Call.None> call) throws HttpRefused {
    LocalID id = label(call.part("purchase"));
    return refusing(() -> PurchaseView.of(wallet.inquirePurchase(id)));
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
