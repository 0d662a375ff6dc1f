package openset.evidence;

import static openset.asn1.Choice.alternative;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.Digest;
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
 *   shipment         [0] Shipment,
 *   settlement       [1] Settlement,
 *   settlementLine   [2] SettlementLine }
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
 *
 * SettlementLine ::= SEQUENCE {
 *   item      OCTET STRING (SIZE(20..24)),
 *   amount    CurrencyAmount,
 *   fee       CurrencyAmount,
 *   cycle     UTF8String (SIZE(1..32)),
 *   settled   Date,
 *   payout    Payout OPTIONAL }
 *
 * Payout ::= SEQUENCE {
 *   reference   UTF8String (SIZE(1..35)),
 *   amount      CurrencyAmount,
 *   date        Date,
 *   transfer    Digest }
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
            alternative("settlement", Settlement.class, Settlement.TYPE.implicit(1)),
            alternative(
                "settlementLine", SettlementLine.class, SettlementLine.TYPE.implicit(2)));
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

  /**
   * A capture on the acquirer's own statement for the merchant; the acquirer signs nothing of it.
   *
   * @param item key of the capture at the acquirer: the RRPID of the message that asked for it, and
   *     its place there (spec/host-link.md, HL-10)
   * @param fee what the acquirer kept
   * @param cycle the settlement cycle it was in
   * @param settled when the acquirer booked that cycle
   * @param payout by which it was paid, once it was
   */
  public record SettlementLine(
      Der item,
      CurrencyAmount amount,
      CurrencyAmount fee,
      String cycle,
      Instant settled,
      Optional<Payout> payout)
      implements Claimed {
    static final Tagged<SettlementLine> TYPE =
        Sequence.sequence(
            "SettlementLine",
            field("item", Asn1.octets(20, 24), SettlementLine::item),
            field("amount", CurrencyAmount.TYPE, SettlementLine::amount),
            field("fee", CurrencyAmount.TYPE, SettlementLine::fee),
            field("cycle", Asn1.sized(Asn1.UTF8_STRING, 1, 32), SettlementLine::cycle),
            field("settled", Date.TYPE, SettlementLine::settled),
            optional("payout", Payout.TYPE, SettlementLine::payout),
            SettlementLine::new);
  }

  /**
   * A transfer of the acquirer to the merchant's account.
   *
   * @param reference of the transfer
   * @param amount of all of it, of which the line's is a part
   * @param date when it was instructed
   * @param transfer SHA-256 over the instruction, a pacs.008
   */
  public record Payout(
      String reference, CurrencyAmount amount, Instant date, Digest transfer) {
    static final Tagged<Payout> TYPE =
        Sequence.sequence(
            "Payout",
            field("reference", Asn1.sized(Asn1.UTF8_STRING, 1, 35), Payout::reference),
            field("amount", CurrencyAmount.TYPE, Payout::amount),
            field("date", Date.TYPE, Payout::date),
            field("transfer", Digest.TYPE, Payout::transfer),
            Payout::new);
  }
}
