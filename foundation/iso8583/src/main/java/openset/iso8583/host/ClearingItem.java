package openset.iso8583.host;

import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;

/**
 * 0220, 0420 or 0422: money that moves because of an approved authorization. From gateway to
 * acquirer it is what the merchant asks for; between the banks an item of the settlement cycle that
 * is open (spec/host-link.md, "Items").
 *
 * @param kind which way the money goes, and why
 * @param advice amount, purchase and authorization; the key of its purchase is the item's own
 * @param earlier key of the capture, sale or credit that is taken back or disputed (tag 8); present
 *     exactly where the kind refers to one
 * @param dispute present exactly with a chargeback and a representment
 * @param conversion what a chargeback is in the account's currency, where that is another; the
 *     issuer says it of all other items in its answer
 */
public record ClearingItem(
    Kind kind,
    FinancialAdvice advice,
    Optional<Octets> earlier,
    Optional<Dispute> dispute,
    Optional<Conversion> conversion) {
  private static final String RETURN_OF_GOODS = "200000";

  /** Kinds of items. */
  public enum Kind {
    /** The merchant shipped: the issuer owes. */
    CAPTURE(Mti.ADVICE, AuthorizationRequest.GOODS_AND_SERVICES, false),
    /** The merchant gives money back: the acquirer owes. */
    CREDIT(Mti.ADVICE, RETURN_OF_GOODS, false),
    /** A capture never was: the acquirer owes. */
    CAPTURE_REVERSAL(Mti.REVERSAL_ADVICE, AuthorizationRequest.GOODS_AND_SERVICES, true),
    /** A credit never was: the issuer owes. */
    CREDIT_REVERSAL(Mti.REVERSAL_ADVICE, RETURN_OF_GOODS, true),
    /** The cardholder disputes a capture: the acquirer owes. */
    CHARGEBACK(Mti.CHARGEBACK, AuthorizationRequest.GOODS_AND_SERVICES, true),
    /** The merchant answers a dispute with proof: the issuer owes. */
    REPRESENTMENT(Mti.ADVICE, AuthorizationRequest.GOODS_AND_SERVICES, true);

    private final Mti mti;
    private final String processing;
    private final boolean refers;

    Kind(Mti mti, String processing, boolean refers) {
      this.mti = mti;
      this.processing = processing;
      this.refers = refers;
    }

    /** True where the issuer pays and the acquirer gets; false the other way. */
    public boolean issuerOwes() {
      return this == CAPTURE || this == CREDIT_REVERSAL || this == REPRESENTMENT;
    }

    /** True of a chargeback and its answer. */
    public boolean isDisputed() {
      return this == CHARGEBACK || this == REPRESENTMENT;
    }

    private static Kind of(Mti mti, String processing, boolean disputed) throws MalformedMessage {
      for (Kind kind : values()) {
        boolean same = kind.mti.equals(mti) && kind.processing.equals(processing);
        if (same && kind.isDisputed() == disputed) return kind;
      }
      throw new MalformedMessage(3, "no item of this kind");
    }
  }

  /**
   * Tags 10 to 12.
   *
   * @param number the issuer's, 1 to 32 ASCII characters, the same through all stages
   * @param reason 4 ASCII characters
   */
  public record Dispute(String number, String reason, Stage stage) {
    /** How far it has come; the order is that of tag 12, beginning with 1. */
    public enum Stage {
      FIRST,
      ARBITRATION
    }

    private static Optional<Dispute> of(LinkData data) throws MalformedMessage {
      Optional<String> number = data.text(LinkData.Tag.DISPUTE);
      if (number.isEmpty()) return Optional.empty();
      data.need(LinkData.Tag.DISPUTE_REASON);
      Stage stage =
          data.ordinal(LinkData.Tag.DISPUTE_STAGE, Stage.values())
              .orElseThrow(() -> new MalformedMessage(127, "DISPUTE_STAGE required"));
      String reason = data.text(LinkData.Tag.DISPUTE_REASON).orElseThrow();
      return Optional.of(new Dispute(number.get(), reason, stage));
    }

    private LinkData into(LinkData data) {
      return data.with(LinkData.Tag.DISPUTE, number)
          .with(LinkData.Tag.DISPUTE_REASON, reason)
          .with(LinkData.Tag.DISPUTE_STAGE, stage);
    }
  }

  /** Refuses what its kind does not have. */
  public ClearingItem {
    if (earlier.isPresent() != kind.refers) throw new IllegalArgumentException("earlier item");
    if (dispute.isPresent() != kind.isDisputed()) throw new IllegalArgumentException("dispute");
    if (conversion.isPresent() && kind != Kind.CHARGEBACK) {
      throw new IllegalArgumentException("conversion");
    }
  }

  /** An item in the currency of the account, or whose conversion its issuer will say. */
  public ClearingItem(
      Kind kind, FinancialAdvice advice, Optional<Octets> earlier, Optional<Dispute> dispute) {
    this(kind, advice, earlier, dispute, Optional.empty());
  }

  /** A capture or a credit. */
  public static ClearingItem first(Kind kind, FinancialAdvice advice) {
    return new ClearingItem(kind, advice, Optional.empty(), Optional.empty());
  }

  /** The reversal of a capture or a credit. */
  public static ClearingItem reversal(Kind kind, FinancialAdvice advice, Octets earlier) {
    return new ClearingItem(kind, advice, Optional.of(earlier), Optional.empty());
  }

  /** A chargeback or its answer. */
  public static ClearingItem disputed(
      Kind kind, FinancialAdvice advice, Octets earlier, Dispute dispute) {
    return new ClearingItem(kind, advice, Optional.of(earlier), Optional.of(dispute));
  }

  /** The parsed message, or its repeat; refuses one without what its kind needs. */
  public static ClearingItem of(IsoMessage message) throws MalformedMessage {
    LinkData data = LinkData.of(message);
    Optional<Dispute> dispute = Dispute.of(data);
    Kind kind = Kind.of(message.mti().original(), message.need(3), dispute.isPresent());
    Optional<Octets> earlier =
        kind.refers ? Optional.of(data.need(LinkData.Tag.ITEM)) : Optional.empty();
    Optional<Conversion> conversion = Conversion.of(message);
    if (conversion.isPresent() && kind != Kind.CHARGEBACK) {
      throw new MalformedMessage(51, "the issuer's to say");
    }
    return new ClearingItem(kind, FinancialAdvice.read(message), earlier, dispute, conversion);
  }

  /** The message to send. */
  public IsoMessage toMessage() {
    return message(data());
  }

  /** The message that names the settlement cycle, from the clearing house to a bank. */
  public IsoMessage toMessage(String cycle) {
    return message(data().with(LinkData.Tag.CYCLE, cycle));
  }

  private LinkData data() {
    LinkData data = advice.data();
    if (earlier.isPresent()) data = data.with(LinkData.Tag.ITEM, earlier.get());
    return dispute.isPresent() ? dispute.get().into(data) : data;
  }

  private IsoMessage message(LinkData data) {
    return advice.message(kind.mti, kind.processing, data, conversion);
  }

  /** The same item with another number, for the next link. */
  public ClearingItem with(Trace other) {
    return new ClearingItem(kind, advice.with(other), earlier, dispute, conversion);
  }

  /** The same item with another conversion, or without one. */
  public ClearingItem with(Optional<Conversion> other) {
    return new ClearingItem(kind, advice, earlier, dispute, other);
  }
}
