package openset.http.issuer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.registration.FormField;
import openset.issuer.registration.RegistrationForm;
import openset.issuer.registration.Verdict;
import openset.issuer.registration.VerificationId;
import openset.issuer.registration.VerificationRequest;

/** What a certification authority and an issuer say to each other about a registration, as JSON. */
public final class RegistrationJson {
  private RegistrationJson() {}

  /** Which form: for cards of a BIN, in a language. */
  public record FormRequest(String bin, String language) {}

  /** A form to show. */
  public record Form(String formId, String language, String policy, List<Field> fields) {
    static Form of(RegistrationForm form) {
      return new Form(
          form.id(),
          form.language(),
          form.policy(),
          form.fields().stream().map(Field::of).toList());
    }
  }

  /** One question. */
  public record Field(
      String key,
      String label,
      String description,
      int longest,
      boolean required,
      boolean hidden) {
    static Field of(FormField field) {
      return new Field(
          field.key().key(),
          field.label(),
          field.description(),
          field.longest(),
          field.required(),
          field.hidden());
    }
  }

  /** The answers of somebody who says that a card is theirs. */
  public record Verification(
      String id, String formId, String cardNumber, String cardExpiry, Map<String, String> answers) {
    VerificationRequest toRequest() {
      return new VerificationRequest(
          new VerificationId(id),
          formId,
          CardNumber.parse(cardNumber).orElseThrow(() -> no("card number")),
          CardExpiry.parse(cardExpiry).orElseThrow(() -> no("card expiry")),
          answers);
    }

    private static IllegalArgumentException no(String what) {
      return new IllegalArgumentException("no " + what);
    }

    /** Nothing of card and answers. */
    @Override
    public String toString() {
      return "Verification[" + id + "]";
    }
  }

  /** Whether a person of the issuer decides on registrations of a card. */
  public record Review(boolean review) {}

  /** The attempts that wait for a person of the issuer, the oldest first. */
  public record Waiting(List<String> registrations) {
    /** Copies the list. */
    public Waiting {
      registrations = List.copyOf(registrations);
    }
  }

  /** What a person of the issuer decides on an attempt. */
  public record Decision(boolean accept) {}

  /** Which attempt. */
  public record Inquiry(String id) {}

  /**
   * The verdict.
   *
   * @param verdict {@code accepted}, {@code rejected}, {@code locked} or {@code pending}
   * @param holderName where accepted
   * @param cardExpiry where accepted, YYYYMM
   * @param country where accepted, ISO 3166 alpha-2
   */
  public record Outcome(
      String verdict,
      Optional<String> holderName,
      Optional<String> cardExpiry,
      Optional<String> country) {
    static Outcome of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Accepted(var name, var expiry, var country) ->
            new Outcome(
                "accepted",
                Optional.of(name),
                Optional.of(expiry.text()),
                Optional.of(country));
        case Verdict.Rejected _ -> plain("rejected");
        case Verdict.Locked _ -> plain("locked");
        case Verdict.Pending _ -> plain("pending");
      };
    }

    private static Outcome plain(String verdict) {
      return new Outcome(verdict, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Nothing of the holder. */
    @Override
    public String toString() {
      return "Outcome[" + verdict + "]";
    }
  }
}
