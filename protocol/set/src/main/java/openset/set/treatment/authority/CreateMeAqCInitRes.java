package openset.set.treatment.authority;

import java.util.Optional;
import openset.set.data.BIN;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.registration.IDData;
import openset.set.data.registration.MeAqCInitResTBS;
import openset.set.data.registration.RegField;
import openset.set.data.registration.RegFormOrReferral;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MeAqCInitRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;

/** Makes Me-AqCInitRes, {@code spec/registration.md}: whom to seal to, and the form. */
public final class CreateMeAqCInitRes {
  private CreateMeAqCInitRes() {}

  /** The answer, and the form as it must come back; none where it says where to go instead. */
  public record Created(MessageWrapper wrapper, Optional<FormGiven> given) {}

  /**
   * What is given.
   *
   * @param acctDataField asks for an account, which comes back in AcctData
   */
  public record What(RegFormOrReferral formOrReferral, Optional<RegField> acctDataField) {}

  /** Answers a request that {@link ProcessMeAqCInitReq} let through. */
  public static Created create(
      MeAqCInitReq request, What what, CaCredentials ca, Means means) {
    // Me-AqCInitRes-A-01: a new label and a new challenge; what was asked comes back.
    LocalID lidCA = LocalID.of(means.randomness().bytes(LocalID.OCTETS_MAX));
    Challenge challCA = Challenge.of(means.randomness().bytes(Challenge.OCTETS));
    MeAqCInitResTBS data =
        new MeAqCInitResTBS(
            request.rrpid(),
            request.lidEE(),
            request.challEE(),
            Optional.of(lidCA),
            challCA,
            request.requestType(),
            what.formOrReferral(),
            what.acctDataField(),
            ca.caeThumb(),
            ca.brandCrlIdentifier(request.thumbs(), means),
            request.thumbs());
    // Me-AqCInitRes-A-02: our certificates and all CRLs go along, but for what the peer has.
    MeAqCInitRes answer =
        new MeAqCInitRes(
            S.sign(ca.signatory(request.thumbs(), means), MeAqCInitResTBS.CONTENT, data));
    return new Created(
        RegistrationHeader.wrap(
            answer, request.rrpid(), request.lidEE(), Optional.of(lidCA), means),
        given(request, what, lidCA, challCA));
  }

  private static Optional<FormGiven> given(
      MeAqCInitReq request, What what, LocalID lidCA, Challenge challCA) {
    if (!(what.formOrReferral() instanceof RegFormOrReferral.Form form)) {
      return Optional.empty();
    }
    return Optional.of(
        new FormGiven(
            request.lidEE(),
            lidCA,
            challCA,
            request.requestType(),
            request.brandID(),
            acquirer(request.idData()),
            Optional.of(request.idData()),
            form.data().regTemplate(),
            what.acctDataField()));
  }

  private static BIN acquirer(IDData idData) {
    return switch (idData) {
      case IDData.Merchant merchant -> merchant.id().merchantBIN();
      case IDData.Acquirer acquirer -> acquirer.id().acquirerBIN();
    };
  }
}
