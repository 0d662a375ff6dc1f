package openset.set.treatment.endentity;

import java.util.List;
import java.util.Optional;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.card.PANSecret;
import openset.set.data.registration.CAMsg;
import openset.set.data.registration.CertResData;
import openset.set.data.registration.CertStatus;
import openset.set.data.registration.CertStatusCode;
import openset.set.data.registration.FailedItem;
import openset.set.message.CertRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncK;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.WrapperCheck;

/**
 * What an end entity believes of CertRes, and of the CertRes in CertInqRes, {@code
 * spec/registration.md}: a certificate that is its own and says what it must, or none.
 */
public final class ProcessCertRes {
  private ProcessCertRes() {}

  /** How the request stands. */
  public sealed interface Outcome {
    /**
     * Certified.
     *
     * @param signature the proved certificate of the new signature key, with its chain
     * @param keyExchange of a merchant or gateway
     * @param panSecret of a cardholder
     * @param message what the authority says with it
     */
    record Certified(
        TrustedCertificate signature,
        Optional<TrustedCertificate> keyExchange,
        Optional<PANSecret> panSecret,
        Optional<CAMsg> message)
        implements Outcome {}

    /**
     * Not decided: ask again.
     *
     * @param lidCA the authority's label, to ask by
     */
    record Pending(CertStatusCode status, LocalID lidCA, Optional<String> message)
        implements Outcome {}

    /**
     * No certificate; the keys are good for nothing.
     *
     * @param failed fields of the form that would not do
     */
    record Rejected(CertStatusCode status, Optional<String> message, List<FailedItem> failed)
        implements Outcome {}
  }

  /** Checks {@code answer} against what was asked. */
  public static Outcome process(
      MessageWrapper wrapper, CertRes answer, CreateCertReq.Asked asked, Means means)
      throws Refused {
    // CertRes-E-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.rrpid());
    Verified<CertResData> signed = verify(answer, asked, means);
    CertResData data = signed.value();
    Trust trust =
        KnownAuthority.proveSigner(
            signed, asked.authority().trust(means), data.brandCRLIdentifier(), means);
    sameExchange(wrapper, data, asked);
    CertStatus status = data.certStatus();
    // CertRes-E-06: certificates come with requestComplete and only then; so does NonceCCA, to a
    // cardholder alone.
    boolean complete = status.certStatusCode() == CertStatusCode.requestComplete;
    boolean nonce = complete && asked.card().isPresent();
    if (complete != data.certThumbs().isPresent() || nonce != status.nonceCCA().isPresent()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "CertRes-E-06");
    }
    return switch (status.certStatusCode()) {
      case requestComplete -> Issued.certified(signed, asked, trust, means);
      case requestPended, requestInProgress ->
          new Outcome.Pending(status.certStatusCode(), data.lidCA(), status.eeMessage());
      default ->
          new Outcome.Rejected(
              status.certStatusCode(),
              status.eeMessage(),
              status.failedItemSeq().orElse(List.of()));
    };
  }

  private static Verified<CertResData> verify(
      CertRes answer, CreateCertReq.Asked asked, Means means) throws Refused {
    KnownAuthority authority = asked.authority();
    // CertRes-E-03: signed by an authority of the kind and brand that was asked.
    Expected expected =
        Expected.of(
            KnownAuthority.signer(authority.registrant(), authority.brandID()),
            authority.verifying(means),
            means.now());
    // CertRes-E-02: a cardholder's answer is sealed under the key it offered, any other is not.
    return switch (answer) {
      case CertRes.Sealed sealed when asked.card().isPresent() ->
          EncK.open(
              asked.card().get().caBackKey().backKey(),
              sealed.encK(),
              RegistrationForms.CERT_RES,
              expected);
      case CertRes.Clear clear when asked.card().isEmpty() ->
          S.verify(clear.signed(), CertResData.CONTENT, expected);
      default -> throw new Refused(ErrorCode.decodingFailure, "CertRes-E-02");
    };
  }

  private static void sameExchange(
      MessageWrapper wrapper, CertResData data, CreateCertReq.Asked asked) throws Refused {
    // CertRes-E-04: RRPID, labels and thumbs are ours.
    if (!data.rrpid().equals(asked.rrpid())) {
      throw new Refused(ErrorCode.unknownRRPID, "CertRes-E-04");
    }
    boolean labels =
        data.lidEE().equals(asked.lidEE())
            && asked.lidCA().filter(lid -> !lid.equals(data.lidCA())).isEmpty();
    if (!labels) throw new Refused(ErrorCode.unknownLID, "CertRes-E-04");
    RegistrationHeader.same(wrapper, data.rrpid(), data.lidEE(), Optional.of(data.lidCA()));
    if (!data.thumbs().equals(asked.thumbs())) {
      throw new Refused(ErrorCode.thumbsMismatch, "CertRes-E-04");
    }
    // CertRes-E-05: our challenge came back, so the answer is not an old one.
    if (!data.challEE3().equals(asked.challEE3())) {
      throw new Refused(ErrorCode.challengeMismatch, "CertRes-E-05");
    }
  }
}
