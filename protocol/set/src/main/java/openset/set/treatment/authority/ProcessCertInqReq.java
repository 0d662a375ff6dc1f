package openset.set.treatment.authority;

import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.BadKey;
import openset.crypto.SigningPublicKey;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.TrustedCertificate;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.registration.CertInqReqTBS;
import openset.set.message.CertInqReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Expected;
import openset.set.operator.KeyRule;
import openset.set.operator.S;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.Wanted;
import openset.set.treatment.WrapperCheck;

/**
 * Proves an inquiry, {@code spec/registration.md}. Who asks has no certificate while the request is
 * pended, so it is known by the key that the request named.
 */
public final class ProcessCertInqReq {
  private ProcessCertInqReq() {}

  /**
   * Whom to answer.
   *
   * @param standing the request as it was proved
   */
  public static To process(
      MessageWrapper wrapper, CertInqReq request, Standing standing, Means means)
      throws Refused {
    // CertInqReq-A-01: the wrapper is fresh.
    WrapperCheck.fresh(wrapper, means);
    // CertInqReq-A-02: signed by the key that signed the request, under the null name, or under
    // its certificate once there is one.
    KeyRule.Signers signers = signers(request, standing, means);
    KeyRule.Proof<CertInqReqTBS> proof =
        S.verifyProofOfPossession(request.signed(), CertInqReqTBS.CONTENT, claim -> signers);
    Optional<TrustedCertificate> other =
        proof.holder().filter(h -> !h.certificate().spki().equals(standing.publicKeyS()));
    if (other.isPresent()) throw new Refused(ErrorCode.signatureFailure, "CertInqReq-A-02");
    CertInqReqTBS data = proof.value();
    // CertInqReq-A-03: identifiers outside are those inside, and those of the request.
    RegistrationHeader.same(wrapper, data.rrpid(), data.lidEE(), Optional.of(data.lidCA()));
    boolean labels =
        data.lidEE().equals(standing.lidEE()) && data.lidCA().equals(standing.lidCA());
    if (!labels) throw new Refused(ErrorCode.unknownLID, "CertInqReq-A-03");
    return new To(
        data.rrpid(),
        data.lidEE(),
        data.challEE3(),
        data.lidCA(),
        standing.caBackKey(),
        Optional.empty());
  }

  private static KeyRule.Signers signers(CertInqReq request, Standing standing, Means means) {
    IssuerAndSerialNumber name = request.signed().cms().signers().getFirst().sid();
    if (name.equals(IssuerAndSerialNumber.NEW_KEY)) {
      return KeyRule.Signers.newKey(key(standing.publicKeyS()));
    }
    Required holder =
        Required.of(
            Wanted.of(standing.requestType()).who().type(),
            KeyUse.SIGN,
            standing.brandID().name());
    return KeyRule.Signers.holder(Expected.of(holder, means.trust(), means.now()));
  }

  private static SigningPublicKey key(Der spki) {
    try {
      return SigningPublicKey.of(spki.bytes());
    } catch (BadKey e) {
      throw new IllegalStateException("the key of a request that was proved", e);
    }
  }
}
