package openset.authority.bank;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.set.data.BIN;
import openset.set.data.Language;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;

/** One of each thing that authority and bank say to each other, there and back through DER. */
public final class BankMessages {
  private BankMessages() {}

  /** Whether all come back as they went. */
  public static Boolean comeBack() {
    return requests().stream().allMatch(message -> comesBack(BankRequest.TYPE, message))
        && answers().stream().allMatch(message -> comesBack(BankAnswer.TYPE, message));
  }

  private static <T> boolean comesBack(Asn1Type<T> type, T message) {
    return type.decode(type.encode(message)).equals(message);
  }

  private static List<BankRequest> requests() {
    CardExpiry expiry = new CardExpiry(YearMonth.of(2027, 2));
    BIN bin = new BIN("999001");
    return List.of(
        new BankRequest.Form(bin, new Language("en")),
        new BankRequest.Verify(
            "a1",
            "999001-1-en",
            PAN.completing("999001000000000"),
            expiry,
            List.of(new FieldAnswer("documentNumber", "X77"))),
        new BankRequest.Inquire("a1"),
        new BankRequest.Merchant(bin, "LANTERN-1", "Lantern Books", "5942", Optional.empty()),
        new BankRequest.Merchant(
            bin, "L", "Lantern Books", "5942", Optional.of("https://lantern.example")),
        new BankRequest.Gateway(bin, "999800"));
  }

  private static List<BankAnswer> answers() {
    IssuerForm.Question question =
        new IssuerForm.Question("documentNumber", "Document number", "", 40, true, true);
    return List.of(
        new BankAnswer.Form(new IssuerForm("999001-1-en", "Keep it.", List.of(question))),
        new BankAnswer.Accepted("Zoë Quill", new CardExpiry(YearMonth.of(2027, 2)), "CH"),
        new BankAnswer.Pending("a1"),
        new BankAnswer.Confirmed(true),
        new BankAnswer.NotConfirmed("rejected"));
  }
}
