package openset.set.treatment.cardholder;

import static openset.asn1.Field.field;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.treatment.Means;

/** Makes PInitReq, {@code spec/pinit.md}. */
public final class CreatePInitReq {
  private CreatePInitReq() {}

  /**
   * What the wallet asked, to which the answer is held.
   *
   * <pre>
   * PInitAsked ::= SEQUENCE {
   *   rrpid     RRPID,
   *   lid-C     LocalID,
   *   lid-M     LocalID,
   *   chall-C   Challenge,
   *   brandID   BrandID }
   * </pre>
   */
  public record Asked(
      RRPID rrpid, LocalID lidC, LocalID lidM, Challenge challC, BrandID brandID) {
    public static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "PInitAsked",
            field("rrpid", RRPID.TYPE, Asked::rrpid),
            field("lid-C", LocalID.TYPE, Asked::lidC),
            field("lid-M", LocalID.TYPE, Asked::lidM),
            field("chall-C", Challenge.TYPE, Asked::challC),
            field("brandID", BrandID.TYPE, Asked::brandID),
            Asked::new);
  }

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, Asked asked) {}

  /** Which purchase: the wallet's label, the merchant's, and the card's brand and bank. */
  public record Of(LocalID lidC, LocalID lidM, BrandID brandID, BIN bin, Language language) {}

  /** Starts the payment of an order. */
  public static Created create(Of of, Means means) {
    // PInitReq-C-01: RRPID and challenge are new.
    RRPID rrpid = RRPID.of(means.randomness().bytes(RRPID.OCTETS));
    Challenge challC = Challenge.of(means.randomness().bytes(Challenge.OCTETS));
    PInitReq request =
        new PInitReq(
            rrpid,
            of.language(),
            of.lidC(),
            Optional.of(of.lidM()),
            challC,
            of.brandID(),
            of.bin(),
            Optional.empty(),
            Optional.empty());
    MessageIDs ids =
        new MessageIDs(Optional.of(of.lidC()), Optional.of(of.lidM()), Optional.empty());
    MessageHeader header =
        MessageHeader.of(
            means.now(), Optional.of(ids), rrpid, new SWIdent(means.policy().swIdent()));
    return new Created(
        MessageWrapper.of(header, request),
        new Asked(rrpid, of.lidC(), of.lidM(), challC, of.brandID()));
  }
}
