package openset.set.treatment.endentity;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.Refused;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.card.PAN;
import openset.set.data.card.PANOnly;
import openset.set.data.registration.RegFormReqData;
import openset.set.data.registration.RequestType;
import openset.set.message.MessageWrapper;
import openset.set.message.RegFormReq;
import openset.set.operator.EXH;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;

/** Makes RegFormReq, {@code spec/registration.md}: asks for the form of the card's issuer. */
public final class CreateRegFormReq {
  private CreateRegFormReq() {}

  /**
   * What the wallet asked, to which the answer is held.
   *
   * <pre>
   * RegFormAsked ::= SEQUENCE {
   *   rrpid        RRPID,
   *   lid-EE       LocalID,
   *   chall-EE2    Challenge,
   *   lid-CA       [0] LocalID OPTIONAL,
   *   requestType  RequestType,
   *   thumbs       [1] Thumbs OPTIONAL,
   *   authority    KnownAuthority }
   * </pre>
   *
   * @param authority the CCA as it proved itself before
   */
  public record Asked(
      RRPID rrpid,
      LocalID lidEE,
      Challenge challEE2,
      Optional<LocalID> lidCA,
      RequestType requestType,
      Optional<Thumbs> thumbs,
      KnownAuthority authority) {
    public static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "RegFormAsked",
            field("rrpid", RRPID.TYPE, Asked::rrpid),
            field("lid-EE", LocalID.TYPE, Asked::lidEE),
            field("chall-EE2", Challenge.TYPE, Asked::challEE2),
            optional("lid-CA", LocalID.TYPE.implicit(0), Asked::lidCA),
            field("requestType", RequestType.TYPE, Asked::requestType),
            optional("thumbs", Thumbs.TYPE.implicit(1), Asked::thumbs),
            field("authority", KnownAuthority.TYPE, Asked::authority),
            Asked::new);
  }

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, Asked asked) {}

  /**
   * Asks a proved CCA for the form of {@code pan}'s issuer, for a first certificate.
   *
   * @throws Refused where the CCA is no longer proved
   */
  public static Created create(
      ProcessCardCInitRes.Proved proved, PAN pan, Language language, Means means)
      throws Refused {
    return create(proved, RequestType.cardInitialSig, pan, language, means);
  }

  /**
   * Asks a proved CCA for the form of {@code pan}'s issuer.
   *
   * @param type cardInitialSig or cardRenewalSig
   * @throws Refused where the CCA is no longer proved
   */
  public static Created create(
      ProcessCardCInitRes.Proved proved,
      RequestType type,
      PAN pan,
      Language language,
      Means means)
      throws Refused {
    // RegFormReq-E-01: RRPID, challenge and nonce are new; labels as before.
    RRPID rrpid = RRPID.of(means.randomness().bytes(RRPID.OCTETS));
    Challenge challEE2 = Challenge.of(means.randomness().bytes(Challenge.OCTETS));
    KnownAuthority authority = proved.authority();
    Optional<Thumbs> thumbs = Held.thumbs(means.trust(), authority.brandID());
    RegFormReqData data =
        new RegFormReqData(
            rrpid,
            proved.lidEE(),
            challEE2,
            proved.lidCA(),
            type,
            language,
            thumbs);
    // RegFormReq-E-02: the account number goes sealed to the CCA that was proved, nowhere else.
    RegFormReq request =
        new RegFormReq(
            EXH.seal(
                authority.recipient(means),
                RegistrationForms.REG_FORM_REQ,
                data,
                new PANOnly(pan, Nonce.random(means.randomness())),
                means.randomness()));
    return new Created(
        RegistrationHeader.wrap(request, rrpid, proved.lidEE(), proved.lidCA(), means),
        new Asked(
            rrpid,
            proved.lidEE(),
            challEE2,
            proved.lidCA(),
            data.requestType(),
            thumbs,
            authority));
  }
}
