package openset.set.treatment.endentity;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.message.CardCInitReq;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationHeader;

/** Makes CardCInitReq, {@code spec/registration.md}. */
public final class CreateCardCInitReq {
  private CreateCardCInitReq() {}

  /**
   * What the wallet asked, to which the answer is held.
   *
   * <pre>
   * CardCInitAsked ::= SEQUENCE {
   *   rrpid     RRPID,
   *   lid-EE    LocalID,
   *   chall-EE  Challenge,
   *   brandID   BrandID,
   *   thumbs    [0] Thumbs OPTIONAL }
   * </pre>
   */
  public record Asked(
      RRPID rrpid, LocalID lidEE, Challenge challEE, BrandID brandID, Optional<Thumbs> thumbs) {
    public static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "CardCInitAsked",
            field("rrpid", RRPID.TYPE, Asked::rrpid),
            field("lid-EE", LocalID.TYPE, Asked::lidEE),
            field("chall-EE", Challenge.TYPE, Asked::challEE),
            field("brandID", BrandID.TYPE, Asked::brandID),
            optional("thumbs", Thumbs.TYPE.implicit(0), Asked::thumbs),
            Asked::new);
  }

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, Asked asked) {}

  /**
   * Which registration.
   *
   * @param lidEE the wallet's label of it: new and not to be guessed, for it finds the registration
   */
  public record Of(LocalID lidEE, BrandID brandID) {}

  /** Begins to register a card. */
  public static Created create(Of of, Means means) {
    // CardCInitReq-E-01: RRPID and challenge are new; nothing is said of the card but its brand.
    RRPID rrpid = RRPID.of(means.randomness().bytes(RRPID.OCTETS));
    Challenge challEE = Challenge.of(means.randomness().bytes(Challenge.OCTETS));
    // CardCInitReq-E-02: thumbs tell what of the brand is held.
    Optional<Thumbs> thumbs = Held.thumbs(means.trust(), of.brandID());
    CardCInitReq request = new CardCInitReq(rrpid, of.lidEE(), challEE, of.brandID(), thumbs);
    return new Created(
        RegistrationHeader.wrap(request, rrpid, of.lidEE(), Optional.empty(), means),
        new Asked(rrpid, of.lidEE(), challEE, of.brandID(), thumbs));
  }
}
