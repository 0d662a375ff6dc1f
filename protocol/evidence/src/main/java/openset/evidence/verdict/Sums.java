package openset.evidence.verdict;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.Der;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;

/** The money that the gateway moved, as its words add up; in the currency of the purchase. */
final class Sums {
  private static final int RRPID_OCTETS = 20;
  private final Purchase purchase;
  private final Map<RRPID, CurrencyAmount> approved = new LinkedHashMap<>();
  private final Map<RRPID, CurrencyAmount> asked = new LinkedHashMap<>();
  private Optional<CurrencyAmount> receipted = Optional.empty();
  private long captured;
  private long uncaptured;
  private long credited;
  private long uncredited;

  Sums(Purchase purchase) {
    this.purchase = purchase;
  }

  /** Refuses more than was agreed to; where the order is not the one signed, nothing is known. */
  void within(CurrencyAmount amount) throws Unproved {
    CurrencyAmount most = purchase.amount();
    if (!purchase.same()) return;
    if (amount.sameCurrency(most) && !amount.exceeds(most)) return;
    throw Unproved.wrong(Cause.TOO_MUCH, Phrase.WORD_TOO_MUCH.words(amount, most));
  }

  void approve(RRPID authorization, CurrencyAmount amount) {
    approved.put(authorization, amount);
  }

  void reduce(RRPID authorization, CurrencyAmount stays) {
    approved.replace(authorization, stays);
  }

  /** Whether the bundle shows this authorization, or none at all. */
  boolean knows(RRPID authorization) {
    return approved.isEmpty() || approved.containsKey(authorization);
  }

  /** A capture that a message asked for. */
  void asked(RRPID message, CurrencyAmount amount) {
    asked.put(message, amount);
  }

  /** Refuses a settlement of another capture than is shown, or of another amount. */
  void settled(Der item, CurrencyAmount amount) throws Unproved {
    byte[] message = Arrays.copyOf(item.bytes(), RRPID_OCTETS);
    CurrencyAmount captured = asked.get(RRPID.of(message));
    if (captured == null) {
      throw Unproved.wrong(Cause.OTHER_PURCHASE, Phrase.SETTLED_OTHER.words());
    }
    if (!captured.equals(amount)) {
      throw Unproved.wrong(
          Cause.TOO_MUCH, Phrase.SETTLED_OTHER_AMOUNT.words(amount, captured));
    }
  }

  /** Refuses a fee that is none of an amount. */
  void part(CurrencyAmount fee, CurrencyAmount amount) throws Unproved {
    if (fee.sameCurrency(amount) && !fee.exceeds(amount)) return;
    throw Unproved.wrong(Cause.TOO_MUCH, Phrase.SETTLED_OTHER_AMOUNT.words(fee, amount));
  }

  void receipt(CurrencyAmount amount) {
    receipted = Optional.of(amount);
  }

  void book(Kind kind, CurrencyAmount amount) {
    if (!amount.sameCurrency(purchase.amount())) return;
    switch (kind) {
      case CAPTURE -> captured += amount.minor();
      case CAPTURE_REVERSAL -> uncaptured += amount.minor();
      case CREDIT -> credited += amount.minor();
      case CREDIT_REVERSAL -> uncredited += amount.minor();
      default -> throw new IllegalArgumentException("no money of " + kind);
    }
  }

  Optional<CurrencyAmount> authorized() {
    return approved.values().stream()
        .filter(amount -> amount.sameCurrency(purchase.amount()))
        .reduce(CurrencyAmount::plus)
        .or(() -> receipted);
  }

  List<String> authorizations() {
    return approved.keySet().stream().map(rrpid -> rrpid.octets().toString()).toList();
  }

  Optional<CurrencyAmount> captured() {
    return net(captured, uncaptured);
  }

  Optional<CurrencyAmount> credited() {
    return net(credited, uncredited);
  }

  private Optional<CurrencyAmount> net(long booked, long back) {
    if (booked == 0) return Optional.empty();
    return Optional.of(
        new CurrencyAmount(purchase.amount().currency(), Math.max(0, booked - back)));
  }

  /** EVID-37, EVID-38: what exceeds what it rests on. */
  void check(Inquest inquest) {
    exceeds(Kind.CAPTURE, captured(), authorized(), Phrase.CAPTURED_TOO_MUCH, inquest);
    exceeds(Kind.CREDIT, credited(), captured(), Phrase.CREDITED_TOO_MUCH, inquest);
  }

  private static void exceeds(
      Kind kind,
      Optional<CurrencyAmount> booked,
      Optional<CurrencyAmount> most,
      Phrase phrase,
      Inquest inquest) {
    if (booked.isEmpty() || most.isEmpty()) return;
    if (booked.get().sameCurrency(most.get()) && booked.get().exceeds(most.get())) {
      Words words = phrase.words(booked.get(), most.get());
      inquest.add(Finding.wrong(kind, "words", Cause.TOO_MUCH, words));
    }
  }
}
