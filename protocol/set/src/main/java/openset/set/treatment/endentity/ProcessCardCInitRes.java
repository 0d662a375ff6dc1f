package openset.set.treatment.endentity;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.registration.CardCInitResTBS;
import openset.set.message.CardCInitRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.WrapperCheck;

/** Proves the CCA, {@code spec/registration.md}, before any account number is sealed to it. */
public final class ProcessCardCInitRes {
  private ProcessCardCInitRes() {}

  /**
   * A CCA that was proved.
   *
   * <pre>
   * CardCInitProved ::= SEQUENCE {
   *   lid-EE     LocalID,
   *   lid-CA     [0] LocalID OPTIONAL,
   *   authority  KnownAuthority }
   * </pre>
   *
   * @param lidCA its label of this registration, to be repeated
   */
  public record Proved(LocalID lidEE, Optional<LocalID> lidCA, KnownAuthority authority) {
    public static final Tagged<Proved> TYPE =
        Sequence.sequence(
            "CardCInitProved",
            field("lid-EE", LocalID.TYPE, Proved::lidEE),
            optional("lid-CA", LocalID.TYPE.implicit(0), Proved::lidCA),
            field("authority", KnownAuthority.TYPE, Proved::authority),
            Proved::new);
  }

  /**
   * Checks {@code answer} against what was asked.
   *
   * @throws Refused with the rule that was broken; nothing may be sealed to this CCA then
   */
  public static Proved process(
      MessageWrapper wrapper, CardCInitRes answer, CreateCardCInitReq.Asked asked, Means means)
      throws Refused {
    // CardCInitRes-E-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.rrpid());
    // CardCInitRes-E-02: signed by a CCA of the brand with its key for messages.
    Verified<CardCInitResTBS> signed =
        S.verify(
            answer.signed(),
            CardCInitResTBS.CONTENT,
            Expected.of(
                KnownAuthority.signer(Registrant.CARDHOLDER, asked.brandID()),
                means.trust().withoutBrandCrls(),
                means.now()));
    CardCInitResTBS data = signed.value();
    sameExchange(wrapper, data, asked);
    // CardCInitRes-E-05: caeThumb names one of the certificates that came along; it is the CCA's
    // for key exchange, of the brand, under CRLs that the brand's list names.
    // CardCInitRes-E-06: its tunneling names an algorithm of ours.
    KnownAuthority authority =
        KnownAuthority.of(
            signed,
            Registrant.CARDHOLDER,
            data.caeThumb(),
            data.brandCRLIdentifier(),
            new KnownAuthority.Proving(
                asked.brandID(), "CardCInitRes-E-05", "CardCInitRes-E-06", means));
    return new Proved(data.lidEE(), data.lidCA(), authority);
  }

  private static void sameExchange(
      MessageWrapper wrapper, CardCInitResTBS data, CreateCardCInitReq.Asked asked)
      throws Refused {
    // CardCInitRes-E-03: RRPID, label and thumbs are ours.
    if (!data.rrpid().equals(asked.rrpid())) {
      throw new Refused(ErrorCode.unknownRRPID, "CardCInitRes-E-03");
    }
    if (!data.lidEE().equals(asked.lidEE())) {
      throw new Refused(ErrorCode.unknownLID, "CardCInitRes-E-03");
    }
    RegistrationHeader.same(wrapper, data.rrpid(), data.lidEE(), data.lidCA());
    if (!data.thumbs().equals(asked.thumbs())) {
      throw new Refused(ErrorCode.thumbsMismatch, "CardCInitRes-E-03");
    }
    // CardCInitRes-E-04: our challenge came back, so the answer is not an old one.
    if (!data.challEE().equals(asked.challEE())) {
      throw new Refused(ErrorCode.challengeMismatch, "CardCInitRes-E-04");
    }
  }
}
