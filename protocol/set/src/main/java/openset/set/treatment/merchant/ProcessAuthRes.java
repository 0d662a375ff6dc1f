package openset.set.treatment.merchant;

import java.time.Instant;
import java.util.Optional;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AVSResult;
import openset.set.data.auth.AuthHeader;
import openset.set.data.auth.AuthResBaggage;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthResPayload;
import openset.set.data.auth.AuthTags;
import openset.set.data.auth.CapToken;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.payment.AuthToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapResPayload;
import openset.set.extension.Extension;
import openset.set.extension.SecurityCodeResult;
import openset.set.message.AuthRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncB;
import openset.set.operator.EncK;
import openset.set.operator.Expected;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of AuthRes, {@code spec/auth.md}. */
public final class ProcessAuthRes {
  private ProcessAuthRes() {}

  /** What was asked, and with which certificates the answer must deal. */
  public record Asked(
      AuthTags authTags,
      CurrencyAmount authReqAmt,
      BrandID brandID,
      CertThumb merchantThumb,
      OpeningCredential opening) {}

  /**
   * The gateway's word on an authorization.
   *
   * @param header amount and decision
   * @param capResPayload the answer about its capture, where it was to be captured at once
   * @param baggage tokens and the message for the cardholder, unopened
   * @param until from when on what is approved is held no more, where that is said
   * @param securityCode what the issuer found of the code printed on the card
   */
  public record Outcome(
      AuthHeader header,
      Optional<CapResPayload> capResPayload,
      AuthResBaggage baggage,
      Optional<Instant> until,
      Optional<SecurityCodeResult> securityCode) {
    /** Of which nothing is said in extensions. */
    public Outcome(
        AuthHeader header, Optional<CapResPayload> capResPayload, AuthResBaggage baggage) {
      this(header, capResPayload, baggage, Optional.empty(), Optional.empty());
    }

    /** Whether the money is held for us. */
    public boolean approved() {
      return authCode() == AuthCode.approved;
    }

    /** Approved, or why not. */
    public AuthCode authCode() {
      return header.authCode();
    }

    /** What was authorized. */
    public CurrencyAmount authAmt() {
      return header.authAmt();
    }

    /** The issuer's six digits, where it approved. */
    public Optional<String> approvalCode() {
      return header.responseData().approvalCode();
    }

    /** What the issuer found of the billing address. */
    public Optional<AVSResult> avsResult() {
      return header.responseData().avsResult();
    }

    /** For captures, unopened. */
    public Optional<CapToken> capToken() {
      return baggage.capToken();
    }

    /** For the cardholder, unopened. */
    public Optional<EncK<AcqCardCodeMsg>> acqCardMsg() {
      return baggage.acqCardMsg();
    }

    /** For the next authorization, unopened. */
    public Optional<AuthToken> authToken() {
      return baggage.authToken();
    }
  }

  /** Checks {@code answer} against what was asked. */
  public static Outcome process(
      MessageWrapper wrapper, AuthRes answer, Asked asked, Means means) throws Refused {
    // AuthRes-M-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.authTags().authRRTags().rrpid());
    WrapperCheck.sameIDs(wrapper, asked.authTags().transIDs());
    // AuthRes-M-02: signed by a gateway of the brand and sealed to us, baggage bound.
    Required gateway =
        Required.of(CertificateType.PGWY, KeyUse.SIGN, asked.brandID().name());
    Expected expected = Expected.of(gateway, means.trust(), means.now());
    Verified<AuthResData> opened =
        EncB.open(asked.opening(), answer.encB(), Forms.AUTH_RES, expected);
    AuthResData data = opened.value();
    // AuthRes-M-03: it names our request, our purchase and us.
    if (!sameTags(data.authTags(), asked.authTags())) {
      throw new Refused(ErrorCode.unknownRRPID, "AuthRes-M-03");
    }
    if (!data.merchantThumb().equals(asked.merchantThumb())) {
      throw new Refused(ErrorCode.invalidCertificate, "AuthRes-M-03");
    }
    WrapperCheck.extensions(data.authResPayload().aRsExtensions());
    if (data.authResPayload().authHeader().batchStatus().isPresent()) {
      WrapperCheck.extensions(data.authResPayload().authHeader().batchStatus().get());
    }
    return outcome(data.authResPayload(), answer.encB().baggage().value(), asked);
  }

  /** The network may fill in AuthRetNum and PaySysID; all else must be as we sent it. */
  private static boolean sameTags(AuthTags answered, AuthTags asked) {
    return answered.authRRTags().equals(asked.authRRTags())
        && answered.transIDs().xid().equals(asked.transIDs().xid())
        && answered.transIDs().lidC().equals(asked.transIDs().lidC())
        && answered.transIDs().lidM().equals(asked.transIDs().lidM());
  }

  private static Outcome outcome(AuthResPayload payload, AuthResBaggage baggage, Asked asked)
      throws Refused {
    AuthHeader header = payload.authHeader();
    // AuthRes-M-04: never more than we asked, in the same currency.
    CurrencyAmount amount = header.authAmt();
    if (!amount.sameCurrency(asked.authReqAmt()) || amount.exceeds(asked.authReqAmt())) {
      throw new Refused(ErrorCode.unspecifiedFailure, "AuthRes-M-04");
    }
    // AuthRes-M-05: an approval brings an amount and a token for the capture, nothing else does.
    boolean approved = header.authCode() == AuthCode.approved;
    if (approved != baggage.capToken().isPresent() || approved != amount.isPositive()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "AuthRes-M-05");
    }
    // AuthRes-M-06: a token for another authorization comes with an approval only.
    if (!approved && baggage.authToken().isPresent()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "AuthRes-M-06");
    }
    // AuthRes-M-07: what was captured is told of an approval alone, and is no more than that.
    Optional<CapResPayload> captured = payload.capResPayload();
    boolean within =
        captured.isEmpty()
            || approved
                && captured.get().capAmt().sameCurrency(amount)
                && !captured.get().capAmt().exceeds(amount);
    if (!within) throw new Refused(ErrorCode.unspecifiedFailure, "AuthRes-M-07");
    // AuthRes-M-08: an end is said of an approval only.
    Optional<Instant> until = Extension.AUTH_END.in(payload.aRsExtensions());
    if (!approved && until.isPresent()) {
      throw new Refused(ErrorCode.unspecifiedFailure, "AuthRes-M-08");
    }
    return new Outcome(
        header,
        captured,
        baggage,
        until,
        Extension.SECURITY_CODE_RESULT.in(payload.aRsExtensions()));
  }
}
