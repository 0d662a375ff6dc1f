package openset.set.treatment.cardholder;

import static openset.asn1.Field.field;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.SigningCredential;
import openset.set.data.Challenge;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.outcome.InqReqData;
import openset.set.message.InqReq;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;

/** Makes InqReq, {@code spec/inquiry.md}: how does my purchase stand? */
public final class CreateInqReq {
  private CreateInqReq() {}

  /**
   * What the answer is held to, beside what the cardholder agreed to.
   *
   * <pre>
   * InqReqAsked ::= SEQUENCE {
   *   rrpid      RRPID,
   *   chall-C2   Challenge }
   * </pre>
   */
  public record Asked(RRPID rrpid, Challenge challC2) {
    public static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "InqReqAsked",
            field("rrpid", RRPID.TYPE, Asked::rrpid),
            field("chall-C2", Challenge.TYPE, Asked::challC2),
            Asked::new);
  }

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, Asked asked) {}

  /**
   * Asks after a purchase.
   *
   * @param purchase its identifiers, as in PReq
   * @param card the credential that signed PReq
   */
  public static Created create(TransIDs purchase, SigningCredential card, Means means) {
    Asked asked = asked(means);
    InqReqData data = data(purchase, asked);
    // InqReq-C-02: signed as the purchase was.
    InqReq request =
        new InqReq.InqReqSigned(S.sign(Signatory.of(card), InqReqData.CONTENT, data));
    return new Created(MessageWrapper.of(header(purchase, asked, means), request), asked);
  }

  /** Asks after a purchase that was ordered unsigned (InqReq-C-03). */
  public static Created unsigned(TransIDs purchase, Means means) {
    Asked asked = asked(means);
    InqReq request = new InqReq.InqReqUnsigned(data(purchase, asked));
    return new Created(MessageWrapper.of(header(purchase, asked, means), request), asked);
  }

  private static Asked asked(Means means) {
    // InqReq-C-01: RRPID and challenge are new, the identifiers those of the purchase.
    return new Asked(
        RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
        Challenge.of(means.randomness().bytes(Challenge.OCTETS)));
  }

  private static InqReqData data(TransIDs purchase, Asked asked) {
    return new InqReqData(purchase, asked.rrpid(), asked.challC2(), Optional.empty());
  }

  private static MessageHeader header(TransIDs purchase, Asked asked, Means means) {
    return MessageHeader.of(
        means.now(),
        Optional.of(MessageIDs.of(purchase)),
        asked.rrpid(),
        new SWIdent(means.policy().swIdent()));
  }
}
