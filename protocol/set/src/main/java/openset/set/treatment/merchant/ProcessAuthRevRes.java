package openset.set.treatment.merchant;

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
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.CapToken;
import openset.set.message.AuthRevRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncB;
import openset.set.operator.Expected;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of AuthRevRes, {@code spec/reversal.md}. */
public final class ProcessAuthRevRes {
  private ProcessAuthRevRes() {}

  /** What was asked, and with which certificates the answer must deal. */
  public record Asked(
      AuthRevTags authRevTags,
      CurrencyAmount stays,
      BrandID brandID,
      CertThumb merchantThumb,
      OpeningCredential opening) {}

  /**
   * The gateway's word on a reversal.
   *
   * @param capToken for what stays, unopened
   */
  public record Outcome(AuthRevCode authRevCode, Optional<CapToken> capToken) {
    /** Whether it was given back. */
    public boolean approved() {
      return authRevCode == AuthRevCode.approved;
    }
  }

  /** Checks {@code answer} against what was asked. */
  public static Outcome process(
      MessageWrapper wrapper, AuthRevRes answer, Asked asked, Means means) throws Refused {
    // AuthRevRes-M-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.authRevTags().authRevRRTags().rrpid());
    WrapperCheck.sameIDs(wrapper, asked.authRevTags().transIDs());
    // AuthRevRes-M-02: signed by a gateway of the brand and sealed to us, baggage bound.
    Required gateway =
        Required.of(CertificateType.PGWY, KeyUse.SIGN, asked.brandID().name());
    Expected expected = Expected.of(gateway, means.trust(), means.now());
    return switch (answer) {
      case AuthRevRes.WithBaggage(var encB) ->
          outcome(
              EncB.open(asked.opening(), encB, Forms.AUTH_REV_RES_B, expected).value(),
              encB.baggage().value().capTokenNew(),
              asked);
      case AuthRevRes.WithoutBaggage(var enc) ->
          outcome(
              Enc.open(asked.opening(), enc, Forms.AUTH_REV_RES, expected).value(),
              Optional.empty(),
              asked);
    };
  }

  private static Outcome outcome(
      AuthRevResData data, Optional<CapToken> token, Asked asked) throws Refused {
    // AuthRevRes-M-03: it names our request, our authorization and us.
    boolean ours =
        data.authRevTags().authRevRRTags().equals(asked.authRevTags().authRevRRTags())
            && data.authRevTags().authRRPID().equals(asked.authRevTags().authRRPID())
            && data.authRevTags().transIDs().xid().equals(asked.authRevTags().transIDs().xid());
    if (!ours) throw new Refused(ErrorCode.unknownRRPID, "AuthRevRes-M-03");
    if (!data.merchantThumb().equals(asked.merchantThumb())) {
      throw new Refused(ErrorCode.invalidCertificate, "AuthRevRes-M-03");
    }
    WrapperCheck.extensions(data.aRvRsExtensions());
    // AuthRevRes-M-04: approved says the amount we asked for, with a token where some stays.
    boolean approved = data.authRevCode() == AuthRevCode.approved;
    boolean amount = !approved || data.authNewAmt().equals(asked.stays());
    boolean carries = token.isPresent() == (approved && asked.stays().isPositive());
    if (!amount || !carries) {
      throw new Refused(ErrorCode.unspecifiedFailure, "AuthRevRes-M-04");
    }
    return new Outcome(data.authRevCode(), token);
  }
}
