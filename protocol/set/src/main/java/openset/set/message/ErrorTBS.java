package openset.set.message;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.ErrorCode;
import openset.set.SetOid;
import openset.set.data.CertThumb;
import openset.set.data.Nonce;
import openset.set.operator.Content;

/**
 * Why a message could not be processed.
 *
 * <pre>
 * ErrorTBS ::= SEQUENCE {
 *   errorCode    ErrorCode,
 *   errorNonce   Nonce,
 *   errorOID     [0] OBJECT IDENTIFIER OPTIONAL,
 *   errorThumb   [1] EXPLICIT CertThumb OPTIONAL,
 *   errorMsg     [2] EXPLICIT ErrorMsg }
 * </pre>
 *
 * @param errorNonce fresh, so that no two errors are equal
 * @param errorOID the extension not recognized
 * @param errorThumb the certificate that would not do
 */
public record ErrorTBS(
    ErrorCode errorCode,
    Nonce errorNonce,
    Optional<ObjectIdentifier> errorOID,
    Optional<CertThumb> errorThumb,
    ErrorMsg errorMsg) {
  public static final Tagged<ErrorTBS> TYPE =
      Sequence.sequence(
          "ErrorTBS",
          field("errorCode", ErrorCode.TYPE, ErrorTBS::errorCode),
          field("errorNonce", Nonce.TYPE, ErrorTBS::errorNonce),
          optional("errorOID", Asn1.OBJECT_IDENTIFIER.implicit(0), ErrorTBS::errorOID),
          optional("errorThumb", CertThumb.TYPE.explicit(1), ErrorTBS::errorThumb),
          field("errorMsg", ErrorMsg.TYPE.explicit(2), ErrorTBS::errorMsg),
          ErrorTBS::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<ErrorTBS> CONTENT = new Content<>(SetOid.ERROR_TBS, TYPE);
}
