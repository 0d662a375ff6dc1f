package openset.set.treatment.endentity;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.registration.IDData;
import openset.set.data.registration.RequestType;
import openset.set.message.MeAqCInitReq;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;

/** Makes Me-AqCInitReq, {@code spec/registration.md}. */
public final class CreateMeAqCInitReq {
  private CreateMeAqCInitReq() {}

  /**
   * What a merchant or gateway asked, to which the answer is held.
   *
   * <pre>
   * MeAqCInitAsked ::= SEQUENCE {
   *   rrpid        RRPID,
   *   lid-EE       LocalID,
   *   chall-EE     Challenge,
   *   requestType  RequestType,
   *   idData       IDData,
   *   brandID      BrandID,
   *   thumbs       [2] Thumbs OPTIONAL }
   * </pre>
   */
  public record Asked(
      RRPID rrpid,
      LocalID lidEE,
      Challenge challEE,
      RequestType requestType,
      IDData idData,
      BrandID brandID,
      Optional<Thumbs> thumbs) {
    public static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "MeAqCInitAsked",
            field("rrpid", RRPID.TYPE, Asked::rrpid),
            field("lid-EE", LocalID.TYPE, Asked::lidEE),
            field("chall-EE", Challenge.TYPE, Asked::challEE),
            field("requestType", RequestType.TYPE, Asked::requestType),
            field("idData", IDData.TYPE, Asked::idData),
            field("brandID", BrandID.TYPE, Asked::brandID),
            optional("thumbs", Thumbs.TYPE.implicit(2), Asked::thumbs),
            Asked::new);
  }

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, Asked asked) {}

  /**
   * Which registration.
   *
   * @param lidEE the label of it: new and not to be guessed, for it finds the registration
   * @param requestType merInitialSig, merInitialBoth, pgwyInitialSig or pgwyInitialBoth
   * @param idData who it is: a merchant by its acquirer and number, a gateway by its acquirer
   */
  public record Of(
      LocalID lidEE,
      RequestType requestType,
      IDData idData,
      BrandID brandID,
      Language language) {}

  /** Begins to register. */
  public static Created create(Of of, Means means) {
    // Me-AqCInitReq-E-01: RRPID and challenge are new.
    RRPID rrpid = RRPID.of(means.randomness().bytes(RRPID.OCTETS));
    Challenge challEE = Challenge.of(means.randomness().bytes(Challenge.OCTETS));
    // Me-AqCInitReq-E-02: thumbs tell what of the brand is held.
    Optional<Thumbs> thumbs = Held.thumbs(means.trust(), of.brandID());
    MeAqCInitReq request =
        new MeAqCInitReq(
            rrpid,
            of.lidEE(),
            challEE,
            of.requestType(),
            of.idData(),
            of.brandID(),
            of.language(),
            thumbs);
    return new Created(
        RegistrationHeader.wrap(request, rrpid, of.lidEE(), Optional.empty(), means),
        new Asked(
            rrpid, of.lidEE(), challEE, of.requestType(), of.idData(), of.brandID(), thumbs));
  }
}
