package openset.issuer.opening;

import java.time.LocalDate;
import openset.issuer.card.Address;
import openset.issuer.card.Holder;
import openset.issuer.card.IdentityDocument;
import openset.issuer.opening.Application.StatedAddress;
import openset.issuer.opening.Application.StatedDocument;
import openset.issuer.opening.Reason.Rule;
import openset.ledger.Money;

/** The rules of account opening that need nothing but the application, the policy and the day. */
public final class OpeningRules {
  private final OpeningPolicy policy;

  /** The rules under that policy. */
  public OpeningRules(OpeningPolicy policy) {
    this.policy = policy;
  }

  /** Checks every rule and reports all that are broken, not only the first. */
  public CheckedApplication check(Application application, LocalDate today) throws BadApplication {
    StatedFields stated = new StatedFields();
    Holder holder = holder(application, stated);
    if (stated.sound("birth") && holder.birth().plusYears(policy.leastAge()).isAfter(today)) {
      stated.note(Rule.UNDER_AGE, "birth");
    }
    if (stated.sound("document.expiry") && holder.document().expiry().isBefore(today)) {
      stated.note(Rule.DOCUMENT_EXPIRED, "document.expiry");
    }
    checkLimit(application.limit(), stated);
    if (!stated.reasons().isEmpty()) {
      throw new BadApplication(stated.reasons());
    }
    return new CheckedApplication(application.id(), holder, application.limit());
  }

  private Holder holder(Application application, StatedFields stated) {
    StatedAddress address = application.address();
    StatedDocument document = application.document();
    return new Holder(
        stated.text("name", application.name(), 60),
        stated.date("birth", application.birth()),
        new Address(
            stated.text("address.street", address.street(), 120),
            stated.text("address.city", address.city(), 60),
            stated.optional("address.postcode", address.postcode(), 16),
            stated.country("address.country", address.country())),
        new IdentityDocument(
            stated.kind("document.kind", document.kind()),
            stated.documentNumber("document.number", document.number()),
            stated.country("document.country", document.country()),
            stated.date("document.expiry", document.expiry())));
  }

  private void checkLimit(Money wished, StatedFields stated) {
    if (wished.currency() != policy.highestLimit().currency()) {
      stated.note(Rule.WRONG_CURRENCY, "limit");
    } else if (wished.compareTo(policy.highestLimit()) > 0) {
      stated.note(Rule.LIMIT_TOO_HIGH, "limit");
    } else if (wished.compareTo(policy.leastLimit()) < 0) {
      stated.note(Rule.LIMIT_TOO_LOW, "limit");
    }
  }
}
