package openset.gateway.host;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;

/**
 * What an acquirer answered.
 *
 * <pre>
 * HostAnswer ::= SEQUENCE {
 *   responseCode   VisibleString (SIZE(2)),
 *   approvalCode   VisibleString (SIZE(0..6)),
 *   minor          INTEGER (0..999999999999),
 *   until          [0] Date OPTIONAL,
 *   checked        [1] Checked OPTIONAL }
 * </pre>
 *
 * @param responseCode element 39
 * @param approvalCode element 38, empty where there is none
 * @param minor element 4: what was approved, in minor units; 0 where nothing was
 * @param until from when on it is held no more, where the issuer says so (HL-25)
 * @param checked what the issuer found of address and security code, where it says something
 */
public record HostAnswer(
    String responseCode,
    String approvalCode,
    long minor,
    Optional<Instant> until,
    Optional<Checked> checked) {
  public static final Tagged<HostAnswer> TYPE =
      Sequence.sequence(
          "HostAnswer",
          field(
              "responseCode", Asn1.sized(Asn1.VISIBLE_STRING, 2, 2), HostAnswer::responseCode),
          field(
              "approvalCode", Asn1.sized(Asn1.VISIBLE_STRING, 0, 6), HostAnswer::approvalCode),
          field("minor", Asn1.integer(0L, 999_999_999_999L), HostAnswer::minor),
          optional("until", Date.TYPE.implicit(0), HostAnswer::until),
          optional("checked", Checked.TYPE.implicit(1), HostAnswer::checked),
          HostAnswer::new);

  /**
   * Tags 15 and 16 of element 127.
   *
   * @param address what became of the billing address, one character
   * @param securityCode what became of the code printed on the card, one character
   */
  public record Checked(Optional<String> address, Optional<String> securityCode) {
    private static final Tagged<String> RESULT = Asn1.sized(Asn1.VISIBLE_STRING, 1, 1);

    static final Tagged<Checked> TYPE =
        Sequence.sequence(
            "Checked",
            optional("address", RESULT.implicit(0), Checked::address),
            optional("securityCode", RESULT.implicit(1), Checked::securityCode),
            Checked::new);
  }
}
