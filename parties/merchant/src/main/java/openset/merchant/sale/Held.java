package openset.merchant.sale;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
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
 * @param refunds what of that was given back, the oldest first
 */
public record Held(Sale.Approval approval, List<Captured> captures, List<Refunded> refunds) {
  static final Tagged<Held> TYPE =
      Sequence.sequence(
          "Held",
          field("approval", Sale.Approval.TYPE, Held::approval),
          field("captures", Repeated.sequenceOf(Captured.TYPE, 0), Held::captures),
          defaulted(
              "refunds",
              Repeated.sequenceOf(Refunded.TYPE, 0).implicit(0),
              List.of(),
              Held::refunds),
          Held::new);

  /** An authorization of which nothing went back. */
  public Held(Sale.Approval approval, List<Captured> captures) {
    this(approval, captures, List.of());
  }

  /** An authorization with a copy of the list. */
  public Held {
    captures = List.copyOf(captures);
    refunds = List.copyOf(refunds);
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
    return new Captured(key, item, payload.capAmt(), at, Optional.empty());
  }

  /** What is held, captured or not. */
  public CurrencyAmount authAmt() {
    return approval.authAmt();
  }

  /** What was captured of it and not taken back. */
  public CurrencyAmount captured() {
    return captures.stream()
        .filter(Captured::stands)
        .map(Captured::amount)
        .reduce(CurrencyAmount.zero(authAmt().currency()), CurrencyAmount::plus);
  }

  /** What was given back of that and not taken back. */
  public CurrencyAmount refunded() {
    return refunds.stream()
        .filter(Refunded::stands)
        .map(Refunded::amount)
        .reduce(CurrencyAmount.zero(authAmt().currency()), CurrencyAmount::plus);
  }

  /** What can be given back still. */
  CurrencyAmount refundable() {
    return captured().minus(refunded());
  }

  /** When the last capture that stands was booked. */
  public Optional<Instant> capturedAt() {
    return captures.stream()
        .filter(Captured::stands)
        .map(Captured::at)
        .reduce((_, last) -> last);
  }

  Optional<Captured> capture(RRPID key) {
    return captures.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  Optional<Refunded> refund(RRPID key) {
    return refunds.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** Money went back, or what went back came again. */
  Held returned(Pending.Returning booked, Instant at) {
    RRPID original = booked.item().originalRRPID().orElse(booked.tags().rrpid());
    return switch (booked.kind()) {
      case CRED -> {
        List<Refunded> all = new ArrayList<>(refunds);
        all.add(
            new Refunded(
                original, booked.item().amount(), at, booked.lines(), Optional.empty()));
        yield new Held(approval, captures, all);
      }
      case CAP_REV ->
          new Held(
              approval,
              captures.stream()
                  .map(one -> one.key().equals(original) ? one.takenBack(at) : one)
                  .toList(),
              refunds);
      case CRED_REV ->
          new Held(
              approval,
              captures,
              refunds.stream()
                  .map(one -> one.key().equals(original) ? one.takenBack(at) : one)
                  .toList());
    };
  }

  /** What of it can be captured still. */
  CurrencyAmount room() {
    return authAmt().minus(captured());
  }

  /** Whether something of it was held until then and is no more. */
  boolean isOver(Instant now) {
    return room().isPositive()
        && approval.until().filter(end -> !now.isBefore(end)).isPresent();
  }

  /** The same of which nothing is held any more. */
  Held ended() {
    return reduced(captured(), approval.capToken());
  }

  Held captured(Captured more) {
    List<Captured> all = new ArrayList<>(captures);
    all.add(more);
    return new Held(approval, all, refunds);
  }

  Held reduced(CurrencyAmount stays, CapToken token) {
    return new Held(approval.reduced(stays, token), captures, refunds);
  }

  Held nothing() {
    CurrencyAmount none = CurrencyAmount.zero(authAmt().currency());
    return new Held(approval.reduced(none, approval.capToken()), captures, refunds);
  }

  /**
   * A capture that was booked.
   *
   * @param key RRPID of its CapReq
   * @param item as it was asked for
   * @param amount what was booked
   * @param takenBackAt when it was taken back, all of it
   */
  public record Captured(
      RRPID key,
      CapItem item,
      CurrencyAmount amount,
      Instant at,
      Optional<Instant> takenBackAt) {
    static final Tagged<Captured> TYPE =
        Sequence.sequence(
            "Captured",
            field("key", RRPID.TYPE, Captured::key),
            field("item", CapItem.TYPE, Captured::item),
            field("amount", CurrencyAmount.TYPE, Captured::amount),
            field("at", Date.TYPE, Captured::at),
            optional("takenBackAt", Date.TYPE.implicit(0), Captured::takenBackAt),
            Captured::new);

    /** Whether it was not taken back. */
    public boolean stands() {
      return takenBackAt.isEmpty();
    }

    private Captured takenBack(Instant now) {
      return new Captured(key, item, amount, at, Optional.of(now));
    }
  }

  /**
   * Money that was given back.
   *
   * @param key RRPID of its CredReq
   * @param lines numbers of the lines it was for, if any
   * @param takenBackAt when it was taken back, all of it
   */
  public record Refunded(
      RRPID key,
      CurrencyAmount amount,
      Instant at,
      List<Integer> lines,
      Optional<Instant> takenBackAt) {
    static final Tagged<Refunded> TYPE =
        Sequence.sequence(
            "Refunded",
            field("key", RRPID.TYPE, Refunded::key),
            field("amount", CurrencyAmount.TYPE, Refunded::amount),
            field("at", Date.TYPE, Refunded::at),
            field("lines", Repeated.sequenceOf(Asn1.integer(1, 1024), 0), Refunded::lines),
            optional("takenBackAt", Date.TYPE.implicit(0), Refunded::takenBackAt),
            Refunded::new);

    /** A refund with a copy of the list. */
    public Refunded {
      lines = List.copyOf(lines);
    }

    /** Whether it was not taken back. */
    public boolean stands() {
      return takenBackAt.isEmpty();
    }

    private Refunded takenBack(Instant now) {
      return new Refunded(key, amount, at, lines, Optional.of(now));
    }
  }
}
