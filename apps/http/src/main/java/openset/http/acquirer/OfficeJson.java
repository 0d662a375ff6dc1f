package openset.http.acquirer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Earnings;
import openset.acquirer.office.store.Moves;
import openset.acquirer.office.store.Traffic;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.acquirer.store.Payout;
import openset.ledger.Money;
import openset.ledger.StatementLine;

/** The acquirer's lists as JSON. Amounts are texts for people, with minor units beside them. */
public final class OfficeJson {
  private OfficeJson() {}

  /** An amount. @param text for people, as {@code 12.30 EUR} */
  public record Amount(long minor, int currency, String text) {
    static Amount of(Money money) {
      return new Amount(money.minorUnits(), money.currency(), money.toString());
    }
  }

  /** Authorizations. */
  public record Authorizations(List<Authorization> authorizations) {
    static Authorizations of(List<Traffic.Line> lines) {
      return new Authorizations(lines.stream().map(Authorization::of).toList());
    }
  }

  /**
   * One authorization.
   *
   * @param key and {@code xid} in hexadecimal
   * @param series SINGLE, RECURRING or INSTALMENT
   * @param unauthenticated whether nobody signed as the cardholder
   * @param card masked
   * @param response response code of ISO 8583; absent while it is under way
   * @param open what is approved and not captured
   */
  public record Authorization(
      String key,
      String xid,
      String merchant,
      String terminal,
      String manner,
      String series,
      boolean unauthenticated,
      String brand,
      String card,
      Amount amount,
      Optional<String> response,
      Amount captured,
      Amount open,
      Instant at,
      Instant ends) {
    static Authorization of(Traffic.Line line) {
      return new Authorization(
          line.identity().key().hex(),
          line.identity().xid().hex(),
          line.identity().merchant(),
          line.identity().terminal(),
          line.asked().as().manner().name(),
          line.asked().as().series().map(Enum::name).orElse("SINGLE"),
          line.asked().as().unauthenticated(),
          line.asked().brand(),
          line.asked().card(),
          Amount.of(line.asked().amount()),
          line.asked().response(),
          Amount.of(line.captured()),
          Amount.of(open(line)),
          line.at(),
          line.ends());
    }

    private static Money open(Traffic.Line line) {
      Money open = line.approved().minus(line.captured());
      return open.isNegative() ? Money.zero(open.currency()) : open;
    }
  }

  /** Items. */
  public record Items(List<Item> items) {
    static Items of(List<Moves.Moved> moved) {
      return new Items(moved.stream().map(Item::of).toList());
    }
  }

  /**
   * One item.
   *
   * @param presented the clearing house's last word; absent while it waits
   */
  public record Item(
      String authorization,
      String key,
      String kind,
      Amount amount,
      Amount fee,
      boolean cancelled,
      Optional<String> presented,
      Optional<String> cycle,
      Instant at) {
    static Item of(Moves.Moved moved) {
      return new Item(
          moved.identity().original().hex(),
          moved.identity().key().hex(),
          moved.kind().name(),
          Amount.of(moved.amount()),
          Amount.of(moved.fee()),
          moved.cleared().cancelled(),
          moved.cleared().presented().map(Enum::name),
          moved.cleared().cycle(),
          moved.cleared().at());
    }
  }

  /** What an item costs. */
  public record ItemFees(List<ItemFee> fees) {
    static ItemFees of(List<FeeLine> lines) {
      return new ItemFees(
          lines.stream()
              .map(
                  line ->
                      new ItemFee(
                          line.kind().name(),
                          line.charged(),
                          Amount.of(line.fee()),
                          line.formula()))
              .toList());
    }
  }

  /** One fee. @param charged whether the merchant pays it beside the discount */
  public record ItemFee(String kind, boolean charged, Amount fee, String formula) {}

  /** Fees of all merchants. */
  public record Fees(List<FeeSum> fees) {
    static Fees of(List<Earnings.FeeSum> sums) {
      return new Fees(
          sums.stream()
              .map(
                  sum ->
                      new FeeSum(
                          sum.merchant(),
                          sum.kind().name(),
                          sum.brand(),
                          sum.charged(),
                          Amount.of(sum.fee())))
              .toList());
    }
  }

  /** Fees of a merchant, kind and brand. */
  public record FeeSum(
      String merchant, String kind, String brand, boolean charged, Amount fee) {}

  /** Payouts. */
  public record Payouts(List<Paid> payouts) {
    static Payouts of(List<Payout> payouts) {
      return new Payouts(payouts.stream().map(Paid::of).toList());
    }
  }

  /**
   * One payout.
   *
   * @param account country and last four characters
   * @param state INSTRUCTED, PAID or RETURNED
   */
  public record Paid(
      long number,
      String merchant,
      LocalDate day,
      Amount amount,
      String account,
      String state,
      Optional<String> reference) {
    static Paid of(Payout payout) {
      return new Paid(
          payout.number(),
          payout.merchant(),
          payout.day(),
          Amount.of(payout.amount()),
          payout.account().masked(),
          payout.end().map(end -> end.paid() ? "PAID" : "RETURNED").orElse("INSTRUCTED"),
          payout.end().map(Payout.End::reference));
    }
  }

  /** What became of a payout. @param reference the bank's, 1 to 35 characters */
  public record Ended(boolean paid, String reference) {}

  /** A payout as its bank takes it. @param xml pacs.008.001.08 */
  public record Transfer(String xml) {}

  /** A statement of the acquirer's own bank. @param xml camt.053.001.08 */
  public record BankStatement(String xml) {}

  /**
   * What a statement says of payouts.
   *
   * @param paid numbers of those that left the bank
   * @param returned numbers of those that were sent back
   * @param differing references of entries that are no payout as it was instructed
   */
  public record Reconciled(List<Long> paid, List<Long> returned, List<String> differing) {
    static Reconciled of(openset.acquirer.Reconciled found) {
      return new Reconciled(found.paid(), found.returned(), found.differing());
    }
  }

  /** Captures of a purchase that were settled. */
  public record Settlements(List<Settled> settlements) {}

  /**
   * One capture.
   *
   * @param item its key, hexadecimal
   * @param settled when its cycle was booked
   * @param payout the first after that
   */
  public record Settled(
      String item,
      Amount amount,
      Amount fee,
      String cycle,
      Instant settled,
      Optional<PaidOut> payout) {}

  /**
   * A transfer to the merchant.
   *
   * @param amount of all of it
   * @param transfer SHA-256 over the instruction, hexadecimal
   */
  public record PaidOut(String reference, Amount amount, Instant instructed, String transfer) {}

  /** Held back. */
  public record Reserve(String cycle, Amount amount, LocalDate release) {
    static Reserve of(openset.acquirer.store.Reserves.Held held) {
      return new Reserve(held.cycle(), Amount.of(held.amount()), held.release());
    }
  }

  /** What is held back of a merchant's money. */
  public record Reserves(List<Reserve> reserves) {}

  /** A merchant's account over a time, seen from the merchant. */
  public record Statement(Amount opening, List<Line> lines, Amount closing) {
    static Statement of(Office.FundingStatement statement) {
      return new Statement(
          Amount.of(statement.opening()),
          statement.lines().stream().map(Line::of).toList(),
          Amount.of(statement.closing()));
    }
  }

  /** One line. */
  public record Line(Instant at, String text, Amount amount, Amount balance) {
    static Line of(StatementLine line) {
      return new Line(line.at(), line.text(), Amount.of(line.amount()), Amount.of(line.balance()));
    }
  }

  /** Chargebacks. */
  public record Chargebacks(List<Chargeback> chargebacks) {
    static Chargebacks of(List<Dispute> disputes) {
      return new Chargebacks(disputes.stream().map(Chargeback::of).toList());
    }
  }

  /**
   * One dispute.
   *
   * @param authorization and {@code capture}: keys in hexadecimal
   * @param due the last day of its state, where it has one
   */
  public record Chargeback(
      String issuer,
      String number,
      String merchant,
      String authorization,
      String capture,
      String reason,
      Amount amount,
      String state,
      Optional<LocalDate> due) {
    static Chargeback of(Dispute dispute) {
      return new Chargeback(
          dispute.name().issuer(),
          dispute.name().number(),
          dispute.about().merchant(),
          dispute.about().original().hex(),
          dispute.about().capture().hex(),
          dispute.reason(),
          Amount.of(dispute.amount()),
          dispute.state().name(),
          dispute.due());
    }
  }

  /** A dispute with all its steps. @param evidence SHA-256 of what was brought, hexadecimal */
  public record History(Chargeback chargeback, List<Step> steps, List<String> evidence) {}

  /** Steps of disputes. */
  public record Steps(List<Step> steps) {
    static Steps of(List<Disputes.Step> steps) {
      return new Steps(steps.stream().map(Step::of).toList());
    }
  }

  /** One step. @param after the number to ask for what comes after it */
  public record Step(
      long after,
      String issuer,
      String number,
      String state,
      Amount amount,
      String by,
      Instant at) {
    static Step of(Disputes.Step step) {
      return new Step(
          step.number(),
          step.name().issuer(),
          step.name().number(),
          step.state().name(),
          Amount.of(step.amount()),
          step.by().by().name(),
          step.at());
    }
  }

  /**
   * What somebody proves something with.
   *
   * @param evidence the file in base64, in pieces of at most 65,536 characters
   */
  public record Proof(List<String> evidence) {}

  /** Breaks. */
  public record OpenBreaks(List<Break> breaks) {
    static OpenBreaks of(List<Breaks.Break> breaks) {
      return new OpenBreaks(breaks.stream().map(Break::of).toList());
    }
  }

  /** One break. @param code response code of ISO 8583 */
  public record Break(
      long number, String kind, String merchant, String authorization, String item, String code,
      Instant at) {
    static Break of(Breaks.Break each) {
      return new Break(
          each.number(),
          each.kind().name(),
          each.where().merchant(),
          each.where().original().hex(),
          each.where().key().hex(),
          each.code(),
          each.at());
    }
  }

  /** What a person did about a break. */
  public record Note(String note) {}

  /** What waits to be sent. */
  public record Waiting(List<Wait> waiting) {
    static Waiting of(List<Traffic.Waiting> waiting) {
      return new Waiting(
          waiting.stream()
              .map(
                  each ->
                      new Wait(
                          each.original().hex(),
                          each.kind(),
                          each.to(),
                          each.attempts(),
                          each.due()))
              .toList());
    }
  }

  /** One of them. @param due when it is tried next */
  public record Wait(String authorization, String kind, String to, int attempts, Instant due) {}
}
