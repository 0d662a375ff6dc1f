package openset.set.treatment.endentity;

import java.util.Optional;
import openset.crypto.Signer;
import openset.pki.SigningCredential;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.registration.CertInqReqTBS;
import openset.set.message.CertInqReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;

/** Makes CertInqReq, {@code spec/registration.md}: asks how a pended request stands. */
public final class CreateCertInqReq {
  private CreateCertInqReq() {}

  /** The inquiry, and what the CertRes in its answer is held to. */
  public record Created(MessageWrapper wrapper, CreateCertReq.Asked asked) {}

  /**
   * Asks with the key that wants a certificate.
   *
   * @param lidCA as told with the pending answer
   */
  public static Created create(
      CreateCertReq.Asked asked, LocalID lidCA, Signer newKey, Means means) {
    return sign(asked, lidCA, Signatory.newKey(newKey), means);
  }

  /** Asks once more for what was issued, with the certificate that was. */
  public static Created create(
      CreateCertReq.Asked asked, LocalID lidCA, SigningCredential certified, Means means) {
    return sign(asked, lidCA, Signatory.of(certified), means);
  }

  private static Created sign(
      CreateCertReq.Asked asked, LocalID lidCA, Signatory signatory, Means means) {
    // CertInqReq-E-01: RRPID and challenge are new; labels as before.
    CreateCertReq.Asked again =
        asked.again(
            RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
            Challenge.of(means.randomness().bytes(Challenge.OCTETS)),
            lidCA);
    CertInqReqTBS data =
        new CertInqReqTBS(again.rrpid(), again.lidEE(), again.challEE3(), lidCA);
    // CertInqReq-E-02: signed by the key that signed the request.
    CertInqReq request = new CertInqReq(S.sign(signatory, CertInqReqTBS.CONTENT, data));
    return new Created(
        RegistrationHeader.wrap(
            request, again.rrpid(), again.lidEE(), Optional.of(lidCA), means),
        again);
  }
}
