package openset.set.data.registration;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Who asks for which certificates, new or renewed.
 *
 * <pre>
 * RequestType ::= ENUMERATED {
 *   cardInitialSig (1), merInitialSig (4), merInitialEnc (5), merInitialBoth (6),
 *   pgwyInitialSig (7), pgwyInitialEnc (8), pgwyInitialBoth (9), cardRenewalSig (10),
 *   merRenewalSig (13), merRenewalEnc (14), merRenewalBoth (15), pgwyRenewalSig (16),
 *   pgwyRenewalEnc (17), pgwyRenewalBoth (18) }
 * </pre>
 */
public enum RequestType {
  cardInitialSig(1),
  merInitialSig(4),
  merInitialEnc(5),
  merInitialBoth(6),
  pgwyInitialSig(7),
  pgwyInitialEnc(8),
  pgwyInitialBoth(9),
  cardRenewalSig(10),
  merRenewalSig(13),
  merRenewalEnc(14),
  merRenewalBoth(15),
  pgwyRenewalSig(16),
  pgwyRenewalEnc(17),
  pgwyRenewalBoth(18);

  public static final Tagged<RequestType> TYPE =
      Asn1.enumerated("RequestType", values(), RequestType::code);

  private final int code;

  RequestType(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
