package openset.issuer.registration;

import java.io.IOException;

/** The certification authority, as an issuer has certificates of lost and stolen cards revoked. */
@FunctionalInterface
public interface CardCertificates {
  /** What the authority says. */
  enum Said {
    /** What came of the registration is revoked now. */
    REVOKED,
    /** It was revoked before. */
    ALREADY,
    /** No certificate came of it, and none will. */
    NONE,
    /** It is not decided yet: it is to be asked again. */
    UNDER_WAY
  }

  /**
   * Has all revoked that came of a registration.
   *
   * @param registration on which the issuer was asked
   * @throws IOException where the authority gave no answer, or none that can be understood
   */
  Said revoke(VerificationId registration) throws IOException;
}
