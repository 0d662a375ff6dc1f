package openset.issuer.registration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import openset.issuer.card.Address;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardStatus;
import openset.issuer.card.Holder;
import openset.issuer.card.IdentityDocument;
import openset.issuer.card.IdentityDocument.Kind;

/**
 * Which rules an attempt breaks. Every rule is always tried, for an unknown card against a holder
 * who does not exist, so that the time taken tells nothing.
 */
public final class AnswerRules {
  private static final LocalDate NOBODYS_DATE = LocalDate.of(1900, 1, 1);
  private static final CardFacts NOBODY =
      new CardFacts(
          new Holder(
              "-",
              NOBODYS_DATE,
              new Address("", "", "", ""),
              new IdentityDocument(Kind.PASSPORT, "-", "", NOBODYS_DATE)),
          new CardExpiry(YearMonth.of(2000, 1)),
          CardStatus.LOST);

  private AnswerRules() {}

  /** The rules broken; none when the answers are the holder's and the card is good today. */
  public static Set<Rejection> broken(
      VerificationRequest request, boolean formShown, Optional<CardFacts> found, LocalDate today) {
    CardFacts card = found.orElse(NOBODY);
    Answers answers = new Answers(request.answers());
    Set<Rejection> broken = EnumSet.noneOf(Rejection.class);
    note(broken, Rejection.UNKNOWN_CARD, found.isPresent());
    note(broken, Rejection.WRONG_FORM, formShown);
    note(broken, Rejection.MALFORMED_ANSWER, answers.wellFormed());
    note(broken, Rejection.CARD_NOT_ACTIVE, card.status() == CardStatus.ACTIVE);
    note(broken, Rejection.CARD_EXPIRED, !card.expiry().isPast(today));
    note(
        broken,
        Rejection.WRONG_WALLET_EXPIRY,
        Answers.sameExpiry(request.expiry(), card.expiry()));
    note(broken, Rejection.WRONG_CARD_EXPIRY, answers.cardExpiryIs(card.expiry()));
    note(broken, Rejection.WRONG_HOLDER_NAME, answers.holderNameIs(card.holder().name()));
    note(
        broken,
        Rejection.WRONG_DOCUMENT_NUMBER,
        answers.documentNumberIs(card.holder().document().number()));
    note(broken, Rejection.WRONG_BIRTH_DATE, answers.birthDateIs(card.holder().birth()));
    return broken;
  }

  private static void note(Set<Rejection> broken, Rejection rule, boolean kept) {
    if (!kept) {
      broken.add(rule);
    }
  }
}
