package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import java.util.regex.Pattern;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.MerchantID;

/**
 * Where at the merchant a request comes from.
 *
 * <pre>
 * MerTermIDs ::= SEQUENCE {
 *   merchantID   MerchantID,
 *   terminalID   [0] VisibleString (SIZE(1..48)) OPTIONAL,
 *   agentNum     [1] INTEGER (0..999999999) OPTIONAL,
 *   chainNum     [2] INTEGER (0..999999999) OPTIONAL,
 *   storeNum     [3] INTEGER (0..999999999) OPTIONAL }
 * </pre>
 *
 * <p>Tags and sizes are unconfirmed (spec/unconfirmed.md).
 *
 * @param merchantID the same as in the merchant's certificate and in PIHead
 */
public record MerTermIDs(
    MerchantID merchantID,
    Optional<String> terminalID,
    Optional<Integer> agentNum,
    Optional<Integer> chainNum,
    Optional<Integer> storeNum) {
  private static final Pattern HOST_TERMINAL = Pattern.compile("[!-~]{1,8}");

  public static final Tagged<MerTermIDs> TYPE =
      Sequence.sequence(
          "MerTermIDs",
          field("merchantID", MerchantID.TYPE, MerTermIDs::merchantID),
          optional(
              "terminalID",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 48).implicit(0),
              MerTermIDs::terminalID),
          optional("agentNum", Asn1.integer(0, 999999999).implicit(1), MerTermIDs::agentNum),
          optional("chainNum", Asn1.integer(0, 999999999).implicit(2), MerTermIDs::chainNum),
          optional("storeNum", Asn1.integer(0, 999999999).implicit(3), MerTermIDs::storeNum),
          MerTermIDs::new);

  /** Whether a terminal's number fits into element 41 of the host link (AuthReq-P-22). */
  public static boolean fitsHost(String terminalID) {
    return HOST_TERMINAL.matcher(terminalID).matches();
  }

  /** A merchant that names no terminal. */
  public static MerTermIDs of(MerchantID merchantID) {
    return of(merchantID, Optional.empty());
  }

  /** A merchant at one of its terminals, where it names one. */
  public static MerTermIDs of(MerchantID merchantID, Optional<String> terminalID) {
    return new MerTermIDs(
        merchantID, terminalID, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
