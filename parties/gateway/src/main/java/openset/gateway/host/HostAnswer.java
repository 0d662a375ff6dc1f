package openset.gateway.host;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * What an acquirer answered.
 *
 * <pre>
 * HostAnswer ::= SEQUENCE {
 *   responseCode   VisibleString (SIZE(2)),
 *   approvalCode   VisibleString (SIZE(0..6)),
 *   minor          INTEGER (0..999999999999) }
 * </pre>
 *
 * @param responseCode element 39
 * @param approvalCode element 38, empty where there is none
 * @param minor element 4: what was approved, in minor units; 0 where nothing was
 */
public record HostAnswer(String responseCode, String approvalCode, long minor) {
  public static final Tagged<HostAnswer> TYPE =
      Sequence.sequence(
          "HostAnswer",
          field(
              "responseCode", Asn1.sized(Asn1.VISIBLE_STRING, 2, 2), HostAnswer::responseCode),
          field(
              "approvalCode", Asn1.sized(Asn1.VISIBLE_STRING, 0, 6), HostAnswer::approvalCode),
          field("minor", Asn1.integer(0L, 999_999_999_999L), HostAnswer::minor),
          HostAnswer::new);
}
