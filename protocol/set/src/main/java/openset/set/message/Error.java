package openset.set.message;

import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.asn1.Choice;
import openset.asn1.Der;
import openset.set.ErrorCode;
import openset.set.operator.Signed;

/**
 * A message could not be processed: it could not be decoded, is against the protocol, or was
 * changed. Not an answer about business, and never answered itself.
 *
 * <pre>
 * Error ::= CHOICE {
 *   signedError     [0] EXPLICIT S { EE, ErrorTBS },
 *   unsignedError   [1] EXPLICIT ErrorTBS }
 * </pre>
 */
public sealed interface Error extends Message {
  Asn1Type<Error> TYPE =
      Choice.choice(
          "Error",
          Choice.alternative(
              "signedError",
              SignedError.class,
              Signed.<ErrorTBS>type().explicit(0),
              SignedError::new,
              SignedError::signed),
          Choice.alternative(
              "unsignedError",
              UnsignedError.class,
              ErrorTBS.TYPE.explicit(1),
              UnsignedError::new,
              UnsignedError::tbs));

  @Override
  default String name() {
    return "Error";
  }

  /** What the peer says was wrong, of which nothing is proved; unspecified where unreadable. */
  default ErrorCode code() {
    return switch (this) {
      case UnsignedError unsigned -> unsigned.tbs().errorCode();
      case SignedError signed ->
          signed.signed().cms().content().content().map(Error::read)
              .orElse(ErrorCode.unspecifiedFailure);
    };
  }

  private static ErrorCode read(Der tbs) {
    try {
      return ErrorTBS.TYPE.decode(tbs.bytes()).errorCode();
    } catch (Asn1Exception e) {
      return ErrorCode.unspecifiedFailure;
    }
  }

  /** Of whoever has a certificate. */
  record SignedError(Signed<ErrorTBS> signed) implements Error {}

  /** Of whoever has none. */
  record UnsignedError(ErrorTBS tbs) implements Error {}
}
