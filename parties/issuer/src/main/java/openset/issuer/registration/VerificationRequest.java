package openset.issuer.registration;

import java.util.Map;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;

/**
 * A certificate authority asks whether the answers to a form are those of the card's holder. The
 * same id again gets the same verdict and counts as one attempt.
 *
 * @param id names this attempt, chosen by the authority
 * @param formId the form that was answered
 * @param number the card
 * @param expiry the expiry the holder's wallet sent with the card number
 * @param answers the answers by {@link FormKey#key()}, as typed
 */
public record VerificationRequest(
    VerificationId id,
    String formId,
    CardNumber number,
    CardExpiry expiry,
    Map<String, String> answers) {
  public VerificationRequest {
    answers = Map.copyOf(answers);
  }

  /** Without the answers: they are the holder's secrets. */
  @Override
  public String toString() {
    return "VerificationRequest[" + id + ", " + formId + ", " + number + "]";
  }
}
