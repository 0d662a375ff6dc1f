package openset.cardholder.desk;

import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.purchase.PurchaseDesk;
import openset.cardholder.registration.Registration;
import openset.cardholder.registration.RegistrationDesk;
import openset.conduct.Desk;
import openset.conduct.Input;
import openset.conduct.Step;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.treatment.Means;
import openset.store.ConversationKey;

/** The wallet as a pure function. It answers nobody: whatever it does, its person began. */
public record WalletDesk(PurchaseDesk purchases, RegistrationDesk registrations)
    implements Desk<Affair, WalletFacts> {
  /** Order from inside: a card that was certified already, {@link Registration.Certified}. */
  public static final String TAKE_OVER = "take over";

  /** Order from inside: a card without certificate, {@link Registration.Kept}. */
  public static final String KEEP = "keep";

  @Override
  public Asn1Type<Affair> stateType() {
    return Affair.TYPE;
  }

  @Override
  public ConversationKey conversation(Input.Received request, Means means) throws Refused {
    throw new Refused(ErrorCode.messageNotSupported, "W-08");
  }

  @Override
  public Step<Affair> step(
      Optional<Affair> affair, Input input, WalletFacts facts, Means means) throws Refused {
    return switch (affair.orElse(null)) {
      case null -> begin(input, means);
      case Affair.Paying(var purchase) ->
          paying(purchases.step(purchase, input, facts.xidSeen(), means));
      case Affair.Registering(var registration) ->
          registering(registrations.step(registration, input, means));
    };
  }

  private Step<Affair> begin(Input input, Means means) throws Refused {
    if (!(input instanceof Input.Told told)) {
      throw new IllegalStateException("only its person begins an affair of a wallet");
    }
    byte[] details = told.details().bytes();
    return switch (told.order()) {
      case PurchaseDesk.BUY ->
          paying(purchases.begin(Purchase.Order.TYPE.decode(details), means));
      case RegistrationDesk.REGISTER ->
          registering(
              registrations.begin(Registration.Applicant.TYPE.decode(details), means));
      case TAKE_OVER ->
          Step.to(new Affair.Registering(Registration.Certified.TYPE.decode(details)));
      case KEEP -> Step.to(new Affair.Registering(Registration.Kept.TYPE.decode(details)));
      // WAL-03: an order about something that is not there.
      default -> throw new Refused(ErrorCode.unknownLID, "WAL-03");
    };
  }

  private static Step<Affair> paying(Step<Purchase> step) {
    return new Step<>(new Affair.Paying(step.next()), step.effects());
  }

  private static Step<Affair> registering(Step<Registration> step) {
    return new Step<>(new Affair.Registering(step.next()), step.effects());
  }
}
