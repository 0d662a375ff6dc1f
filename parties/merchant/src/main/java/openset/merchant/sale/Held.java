package openset.merchant.sale;

import static openset.asn1.Field.field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.RRPID;
import openset.set.data.auth.CapToken;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapPayload;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;

/**
 * One authorization and what was captured of it.
 *
 * @param captures the oldest first
 */
public record Held(Sale.Approval approval, List<Captured> captures) {
  static final Tagged<Held> TYPE =
      Sequence.sequence(
          "Held",
          field("approval", Sale.Approval.TYPE, Held::approval),
          field("captures", Repeated.sequenceOf(Captured.TYPE, 0), Held::captures),
          Held::new);

  /** An authorization with a copy of the list. */
  public Held {
    captures = List.copyOf(captures);
  }

  /**
   * What was approved.
   *
   * @param captured Sale-03: what was captured with it, where it was a sale
   */
  static Held of(Sale.Approval approval, Optional<CapResPayload> captured, Instant at) {
    Held held = new Held(approval, List.of());
    return captured
        .filter(payload -> payload.capCode() == CapCode.success)
        .map(payload -> held.captured(atOnce(approval, payload, at)))
        .orElse(held);
  }

  private static Captured atOnce(Sale.Approval approval, CapResPayload payload, Instant at) {
    RRPID key = approval.authTags().authRRTags().rrpid();
    CapItem item =
        new CapItem(
            approval.authTags().transIDs(), key, CapPayload.of(at, payload.capAmt()));
    return new Captured(key, item, payload.capAmt(), at);
  }

  /** What is held, captured or not. */
  public CurrencyAmount authAmt() {
    return approval.authAmt();
  }

  /** What was captured of it. */
  public CurrencyAmount captured() {
    return captures.stream()
        .map(Captured::amount)
        .reduce(CurrencyAmount.zero(authAmt().currency()), CurrencyAmount::plus);
  }

  /** When the last capture was booked. */
  public Optional<Instant> capturedAt() {
    return captures.isEmpty() ? Optional.empty() : Optional.of(captures.getLast().at());
  }

  /** What of it can be captured still. */
  CurrencyAmount room() {
    return authAmt().minus(captured());
  }

  Held captured(Captured more) {
    List<Captured> all = new ArrayList<>(captures);
    all.add(more);
    return new Held(approval, all);
  }

  Held reduced(CurrencyAmount stays, CapToken token) {
    return new Held(approval.reduced(stays, token), captures);
  }

  Held nothing() {
    CurrencyAmount none = CurrencyAmount.zero(authAmt().currency());
    return new Held(approval.reduced(none, approval.capToken()), captures);
  }

  /**
   * A capture that was booked.
   *
   * @param key RRPID of its CapReq
   * @param item as it was asked for
   * @param amount what was booked
   */
  public record Captured(RRPID key, CapItem item, CurrencyAmount amount, Instant at) {
    static final Tagged<Captured> TYPE =
        Sequence.sequence(
            "Captured",
            field("key", RRPID.TYPE, Captured::key),
            field("item", CapItem.TYPE, Captured::item),
            field("amount", CurrencyAmount.TYPE, Captured::amount),
            field("at", Date.TYPE, Captured::at),
            Captured::new);
  }
}
