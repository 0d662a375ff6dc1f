package openset.set.treatment.authority;

import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.set.data.card.BackKeyData;
import openset.set.data.card.PANData0;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.PublicKeySorE;
import openset.set.data.registration.RegFormItem;

/**
 * What somebody who holds the new signature key asks for. Whether it is so is for the card issuer
 * or the acquirer to say, and whether to certify for the authority.
 *
 * @param given the form as it was given: who asks, of which brand, for what
 * @param keys to certify; all that may go into a certificate
 * @param answers to the form
 * @param account a card, or the account of a merchant or gateway that was asked for one
 * @param passkeyOrigin from which web origin the key signs, where it is a cardholder's passkey
 */
public record Application(
    FormGiven given,
    PublicKeySorE keys,
    List<RegFormItem> answers,
    Optional<AcctInfo> account,
    Optional<BackKeyData> caBackKey,
    Optional<String> passkeyOrigin) {
  /** Copies the list. */
  public Application {
    answers = List.copyOf(answers);
  }

  /** The key that signed, as SubjectPublicKeyInfo. */
  public Der signatureKey() {
    return keys.publicKeyS().orElseThrow();
  }

  /** Of a cardholder: the card. */
  public Optional<PANData0> card() {
    return account
        .filter(AcctInfo.Card.class::isInstance)
        .map(info -> ((AcctInfo.Card) info).panData0());
  }

  /** What is kept of it for inquiries. */
  public Standing standing() {
    return new Standing(
        given.lidEE(),
        given.lidCA(),
        given.requestType(),
        given.brandID(),
        signatureKey(),
        caBackKey);
  }

  /** Neither account nor answers. */
  @Override
  public String toString() {
    return "Application[" + given.requestType() + " " + given.brandID() + "]";
  }
}
