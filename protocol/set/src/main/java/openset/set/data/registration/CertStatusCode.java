package openset.set.data.registration;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * What became of a request for a certificate.
 *
 * <pre>
 * CertStatusCode ::= ENUMERATED {
 *   requestComplete (1), invalidLanguage (2), invalidBIN (3), sigValidationFail (4),
 *   decryptionError (5), requestInProgress (6), rejectedByIssuer (7), requestPended (8),
 *   rejectedByAcquirer (9), regFormAnswerMalformed (10), rejectedByCA (11),
 *   unableToEncryptCertRes (12) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum CertStatusCode {
  requestComplete(1),
  invalidLanguage(2),
  invalidBIN(3),
  sigValidationFail(4),
  decryptionError(5),
  requestInProgress(6),
  rejectedByIssuer(7),
  requestPended(8),
  rejectedByAcquirer(9),
  regFormAnswerMalformed(10),
  rejectedByCA(11),
  unableToEncryptCertRes(12);

  public static final Tagged<CertStatusCode> TYPE =
      Asn1.enumerated("CertStatusCode", values(), CertStatusCode::code);

  private final int code;

  CertStatusCode(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
