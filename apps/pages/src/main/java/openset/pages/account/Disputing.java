package openset.pages.account;

import java.math.BigDecimal;
import java.util.Optional;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.Issuer;
import openset.issuer.customer.SignedIn;
import openset.issuer.desk.DisputeDesk.Acted;
import openset.issuer.desk.DisputeDesk.Wish;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.Outcome;
import openset.ledger.StatementLine;
import openset.pages.Words;

/** The pages on which a customer disputes a posted line, and thinks better of it. */
public final class Disputing {
  static final String PLACE = "/account/dispute";
  private static final String HOME = "/account";
  private static final int STORY_MOST = 2_000;

  private final Issuer issuer;
  private final AccountPages pages;

  Disputing(Issuer issuer, AccountPages pages) {
    this.issuer = issuer;
    this.pages = pages;
  }

  /** What stands in the form: after a mistake, what was typed. */
  public record Typed(String reason, String amount, String story) {
    static Typed of(Visit visit) {
      String story = visit.field("story");
      return new Typed(
          visit.field("reason"),
          visit.field("amount"),
          story.substring(0, Math.min(story.length(), STORY_MOST)));
    }

    /** Nothing of what the holder says. */
    @Override
    public String toString() {
      return "Typed[" + reason + "]";
    }
  }

  /** A reason in words. */
  public static Words words(DisputeReason reason) {
    return AccountWords.reason(reason);
  }

  Page begin(Visit visit) {
    Optional<SignedIn> customer = pages.customer(visit);
    Optional<StatementLine> line =
        customer.flatMap(who -> line(who, visit.parameter("line").orElse("")));
    if (line.isEmpty()) return Page.see(HOME);
    return form(visit, 200, line.get(), new Typed("", line.get().amount().decimal(), ""), null);
  }

  Page send(Visit visit) {
    Optional<SignedIn> customer = pages.customer(visit);
    Optional<StatementLine> line = customer.flatMap(who -> line(who, visit.field("line")));
    Typed typed = Typed.of(visit);
    Optional<DisputeReason> reason = DisputeReason.of(typed.reason());
    if (line.isEmpty() || reason.isEmpty()) return Page.see(HOME);
    long minor = minor(typed.amount(), line.get());
    Wish wish = new Wish(line.get().transfer().text(), minor, reason.get(), typed.story());
    SignedIn who = customer.orElseThrow();
    Acted acted = issuer.disputes().open(who.account(), wish, "holder").acted();
    return switch (acted) {
      case DONE, UNKNOWN, NOT_NOW -> Page.see(HOME);
      case TWICE -> form(visit, 422, line.get(), typed, AccountWords.DISPUTE_TWICE);
      case TOO_MUCH -> form(visit, 422, line.get(), typed, AccountWords.DISPUTE_TOO_MUCH);
      case TOO_LATE -> form(visit, 422, line.get(), typed, AccountWords.DISPUTE_TOO_LATE);
    };
  }

  Page withdraw(Visit visit) {
    String number = visit.field("number");
    boolean own =
        pages
            .customer(visit)
            .map(who -> issuer.disputes().of(who.account()))
            .map(all -> all.stream().map(Dispute::number).anyMatch(number::equals))
            .orElse(false);
    if (own) issuer.disputes().close(number, Outcome.WITHDRAWN, "holder");
    return Page.see(HOME);
  }

  private Page form(
      Visit visit, int status, StatementLine line, Typed typed, Words wrong) {
    View view =
        pages.view(visit, Overview.disputeAddress(line), AccountWords.DISPUTE_TITLE);
    return AccountPages.shown(
        status,
        out -> JtedisputeGenerated.render(out, null, view, line, typed, wrong));
  }

  private Optional<StatementLine> line(SignedIn customer, String id) {
    return issuer.accounts().statement(customer.account()).orElseThrow().lines().stream()
        .filter(line -> line.transfer().text().equals(id))
        .findFirst();
  }

  /** What was typed, in minor units; 0 where it is no amount of the currency. */
  private static long minor(String typed, StatementLine line) {
    try {
      return new BigDecimal(typed.strip().replace(',', '.'))
          .movePointRight(line.amount().exponent())
          .longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      return 0;
    }
  }
}
