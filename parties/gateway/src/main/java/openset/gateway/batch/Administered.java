package openset.gateway.batch;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;

/**
 * One request that was answered: the audit line of it. Kept as DER, and as a row.
 *
 * <pre>
 * Administered ::= SEQUENCE {
 *   acquirer   NumericString (SIZE(1..11)),
 *   merchant   VisibleString (SIZE(1..30)),
 *   signer     VisibleString (SIZE(1..64)),
 *   brandID    BrandID,
 *   what       VisibleString (SIZE(1..20)),
 *   batchID    INTEGER (0..999999999999),
 *   outcome    VisibleString (SIZE(1..30)) }
 * </pre>
 *
 * @param signer the serial number of the merchant's certificate, hexadecimal
 * @param what open, close, purge, restore, look, or certificates
 * @param batchID 0 where no batch is meant
 * @param outcome a BAStatus, or success
 */
public record Administered(
    String acquirer,
    String merchant,
    String signer,
    BrandID brandID,
    String what,
    long batchID,
    String outcome) {
  private static final long BATCH_ID_MAX = 999_999_999_999L;

  static final Tagged<Administered> TYPE =
      Sequence.sequence(
          "Administered",
          field("acquirer", Asn1.sized(Asn1.NUMERIC_STRING, 1, 11), Administered::acquirer),
          field("merchant", Asn1.sized(Asn1.VISIBLE_STRING, 1, 30), Administered::merchant),
          field("signer", Asn1.sized(Asn1.VISIBLE_STRING, 1, 64), Administered::signer),
          field("brandID", BrandID.TYPE, Administered::brandID),
          field("what", Asn1.sized(Asn1.VISIBLE_STRING, 1, 20), Administered::what),
          field("batchID", Asn1.integer(0L, BATCH_ID_MAX), Administered::batchID),
          field("outcome", Asn1.sized(Asn1.VISIBLE_STRING, 1, 30), Administered::outcome),
          Administered::new);
}
