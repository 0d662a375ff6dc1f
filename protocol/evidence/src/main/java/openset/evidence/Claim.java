package openset.evidence;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;

import java.time.Instant;
import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.XID;
import openset.set.operator.Content;

/**
 * What the merchant states of its own, for a bundle, under its signature: that it said so is
 * proved, that it is so is not.
 *
 * <pre>
 * Claim ::= SEQUENCE {
 *   xid    XID,
 *   date   Date,
 *   what   Claimed }
 *
 * Claimed ::= CHOICE {
 *   shipment     [0] Shipment,
 *   settlement   [1] Settlement }
 *
 * Shipment ::= SEQUENCE {
 *   lines      SEQUENCE SIZE(1..MAX) OF INTEGER (1..1024),
 *   date       Date,
 *   tracking   UTF8String (SIZE(0..100)) }
 *
 * Settlement ::= SEQUENCE {
 *   amount      CurrencyAmount,
 *   date        Date,
 *   reference   UTF8String (SIZE(1..100)) }
 * </pre>
 *
 * @param date when it was stated
 */
public record Claim(XID xid, Instant date, Claimed what) {
  /** Its ASN.1 above. */
  public static final Tagged<Claim> TYPE =
      Sequence.sequence(
          "Claim",
          field("xid", XID.TYPE, Claim::xid),
          field("date", Date.TYPE, Claim::date),
          field("what", Claimed.TYPE, Claim::what),
          Claim::new);

  /** As content: signed under this content type, in OpenSET's example arc. */
  public static final Content<Claim> CONTENT =
      new Content<>(ObjectIdentifier.of("2.999.42.9"), TYPE);

  /** What is claimed. */
  public sealed interface Claimed {
    /** Its ASN.1 above. */
    Asn1Type<Claimed> TYPE =
        Choice.choice(
            "Claimed",
            alternative("shipment", Shipment.class, Shipment.TYPE.implicit(0)),
            alternative("settlement", Settlement.class, Settlement.TYPE.implicit(1)));
  }

  /**
   * Goods were sent.
   *
   * @param lines of the order
   * @param date when
   * @param tracking the carrier's number, or nothing
   */
  public record Shipment(List<Integer> lines, Instant date, String tracking)
      implements Claimed {
    static final Tagged<Shipment> TYPE =
        Sequence.sequence(
            "Shipment",
            field("lines", Repeated.sequenceOf(Asn1.integer(1, 1024), 1), Shipment::lines),
            field("date", Date.TYPE, Shipment::date),
            field("tracking", Asn1.sized(Asn1.UTF8_STRING, 0, 100), Shipment::tracking),
            Shipment::new);

    /** Copies the list. */
    public Shipment {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The acquirer paid, as the merchant's own books say; the acquirer signs nothing of it.
   *
   * @param reference of the payment on the acquirer's statement
   */
  public record Settlement(CurrencyAmount amount, Instant date, String reference)
      implements Claimed {
    static final Tagged<Settlement> TYPE =
        Sequence.sequence(
            "Settlement",
            field("amount", CurrencyAmount.TYPE, Settlement::amount),
            field("date", Date.TYPE, Settlement::date),
            field("reference", Asn1.sized(Asn1.UTF8_STRING, 1, 100), Settlement::reference),
            Settlement::new);
  }
}
