package openset.gateway.authorization;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.gateway.host.HostRequest;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.RRPID;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.RRTags;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.gateway.Booked;

/**
 * What went back of what was captured of an authorization.
 *
 * @param captures RRPID of the captures that were taken back
 * @param credits what was given back, the oldest first, and what of that was taken back again
 * @param now what is going back now
 */
record GoneBack(List<RRPID> captures, List<Credited> credits, Optional<Going> now) {
  static final GoneBack NOTHING = new GoneBack(List.of(), List.of(), Optional.empty());

  static final Tagged<GoneBack> TYPE =
      Sequence.sequence(
          "GoneBack",
          field("captures", Repeated.sequenceOf(RRPID.TYPE, 0), GoneBack::captures),
          field("credits", Repeated.sequenceOf(Credited.TYPE, 0), GoneBack::credits),
          optional("now", Going.TYPE.implicit(0), GoneBack::now),
          GoneBack::new);

  GoneBack {
    captures = List.copyOf(captures);
    credits = List.copyOf(credits);
  }

  /**
   * One credit.
   *
   * @param key RRPID of CredReq
   * @param hostKey its idempotency key at the banks
   * @param stands false once it was taken back
   */
  record Credited(RRPID key, Der hostKey, CurrencyAmount amount, Instant at, boolean stands) {
    static final Tagged<Credited> TYPE =
        Sequence.sequence(
            "Credited",
            field("key", RRPID.TYPE, Credited::key),
            field("hostKey", HostRequest.KEY, Credited::hostKey),
            field("amount", CurrencyAmount.TYPE, Credited::amount),
            field("at", Date.TYPE, Credited::at),
            field("stands", Asn1.BOOLEAN, Credited::stands),
            Credited::new);

    private Credited takenBack() {
      return new Credited(key, hostKey, amount, at, false);
    }
  }

  /**
   * What the acquirer is being asked.
   *
   * @param hostKey idempotency key at the banks
   */
  record Going(
      Authorization.Caller caller,
      CapRevOrCred kind,
      RRTags tags,
      CapRevOrCredReqItem item,
      Der hostKey) {
    private static final Tagged<CapRevOrCred> KIND =
        Asn1.enumerated("CapRevOrCred", CapRevOrCred.values(), CapRevOrCred::ordinal);

    static final Tagged<Going> TYPE =
        Sequence.sequence(
            "Going",
            field("caller", Authorization.Caller.TYPE, Going::caller),
            field("kind", KIND, Going::kind),
            field("tags", RRTags.TYPE, Going::tags),
            field("item", CapRevOrCredReqItem.TYPE, Going::item),
            field("hostKey", HostRequest.KEY, Going::hostKey),
            Going::new);
  }

  /** What of a capture stands: all or nothing. */
  boolean stands(Authorization.Captured capture) {
    return !captures.contains(capture.key());
  }

  /** What the gateway booked, to judge what may go back. */
  Booked books(List<Authorization.Captured> all) {
    return new Booked(
        all.stream()
            .map(one -> entry(one.key(), one.amount(), stands(one)))
            .toList(),
        credits.stream().map(one -> entry(one.key(), one.amount(), one.stands())).toList());
  }

  private static Booked.Entry entry(RRPID key, CurrencyAmount amount, boolean stands) {
    return new Booked.Entry(
        key, amount, stands ? Booked.Standing.BOOKED : Booked.Standing.TAKEN_BACK);
  }

  GoneBack asking(Going going) {
    return new GoneBack(captures, credits, Optional.of(going));
  }

  /** The same with nothing under way. */
  GoneBack idle() {
    return new GoneBack(captures, credits, Optional.empty());
  }

  /** What was asked for is booked. */
  GoneBack booked(Going going, Instant at) {
    RRPID original = going.item().originalRRPID().orElse(going.tags().rrpid());
    return switch (going.kind()) {
      case CAP_REV -> {
        List<RRPID> all = new ArrayList<>(captures);
        all.add(original);
        yield new GoneBack(all, credits, Optional.empty());
      }
      case CRED -> {
        List<Credited> all = new ArrayList<>(credits);
        all.add(
            new Credited(
                going.tags().rrpid(), going.hostKey(), going.item().amount(), at, true));
        yield new GoneBack(captures, all, Optional.empty());
      }
      case CRED_REV ->
          new GoneBack(
              captures,
              credits.stream()
                  .map(one -> one.key().equals(original) ? one.takenBack() : one)
                  .toList(),
              Optional.empty());
    };
  }

  /** Key at the banks of the credit that was asked for under this RRPID. */
  Optional<Der> creditKey(RRPID key) {
    return credits.stream()
        .filter(one -> one.key().equals(key))
        .map(Credited::hostKey)
        .findFirst();
  }
}
