package openset.http.cardholder;

import java.util.List;
import java.util.Optional;
import openset.cardholder.Wallet;
import openset.cardholder.registration.Label;
import openset.cardholder.registration.Registration;
import openset.set.data.registration.RegField;

/** A registration of the wallet as JSON. */
public final class RegistrationView {
  private RegistrationView() {}

  /** As JSON. */
  public static WalletJson.Registration of(Wallet.Held held) {
    Registration registration = held.registration();
    return new WalletJson.Registration(
        held.label().cardID().toString(),
        standing(registration),
        fields(registration),
        registration instanceof Registration.FormGiven given
            ? Optional.of(given.form().form().policy())
            : Optional.empty(),
        card(held),
        reason(registration));
  }

  private static String standing(Registration registration) {
    return switch (registration) {
      case Registration.Begun _, Registration.FormAsked _ -> "begun";
      case Registration.FormGiven _ -> "form";
      case Registration.Referred _ -> "referred";
      case Registration.Requested _ -> "requested";
      case Registration.Pending _ -> "pending";
      case Registration.Certified _ -> "certified";
      case Registration.Rejected _ -> "rejected";
      case Registration.Stopped _ -> "stopped";
      case Registration.Kept _ -> "uncertified";
    };
  }

  private static List<WalletJson.Field> fields(Registration registration) {
    if (!(registration instanceof Registration.FormGiven given)) return List.of();
    return given.form().fields().stream().map(RegistrationView::field).toList();
  }

  private static WalletJson.Field field(RegField field) {
    return new WalletJson.Field(
        field.fieldName(), field.fieldDesc(), field.fieldRequired(), field.fieldInvisible());
  }

  /** A card that can pay. */
  public static Optional<WalletJson.Card> card(Wallet.Held held) {
    return held.certificate().map(certificate -> card(held.label(), certificate));
  }

  private static WalletJson.Card card(Label label, Wallet.Certified certificate) {
    return new WalletJson.Card(
        label.cardID().toString(),
        label.brandID().name(),
        label.number(),
        label.expiry().digits(),
        certificate.holder().orElse(""),
        certificate.serialNumber().toString(16),
        certificate.notAfter().toString());
  }

  private static Optional<String> reason(Registration registration) {
    return switch (registration) {
      case Registration.Referred(_, var data) ->
          Optional.of(
              data.referralURLSeq()
                  .map(urls -> "register at " + urls.getFirst().text())
                  .or(data::reason)
                  .orElse("this authority does not certify the card"));
      case Registration.Pending pending -> pending.message();
      case Registration.Rejected rejected ->
          rejected.message().or(() -> Optional.of(rejected.status().name()));
      case Registration.Stopped(_, var stop) -> Optional.of("rule " + stop.rule());
      default -> Optional.empty();
    };
  }
}
