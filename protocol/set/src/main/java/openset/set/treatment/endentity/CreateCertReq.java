package openset.set.treatment.endentity;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.Nonce;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;
import openset.set.data.card.PANData0;
import openset.set.data.registration.AcctData;
import openset.set.data.registration.AcctInfo;
import openset.set.data.registration.CertReqData;
import openset.set.data.registration.IDData;
import openset.set.data.registration.PublicKeySorE;
import openset.set.data.registration.RegFormItem;
import openset.set.data.registration.RequestType;
import openset.set.message.CertReq;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.EncX;
import openset.set.operator.Opened;
import openset.set.operator.Recipient;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.Wanted;

/**
 * Makes CertReq, {@code spec/registration.md}: new keys, signed by the new signature key, with the
 * form filled in and the account sealed beside it.
 */
public final class CreateCertReq {
  private CreateCertReq() {}

  /**
   * What was asked, to which the answer is held, now and after inquiries. Kept under seal.
   *
   * <pre>
   * CertReqAsked ::= SEQUENCE {
   *   rrpid          RRPID,
   *   lid-EE         LocalID,
   *   chall-EE3      Challenge,
   *   lid-CA         [0] LocalID OPTIONAL,
   *   requestType    RequestType,
   *   idData         [1] EXPLICIT IDData OPTIONAL,
   *   publicKeySorE  PublicKeySorE,
   *   card           [2] CardAsked OPTIONAL,
   *   thumbs         [3] Thumbs OPTIONAL,
   *   authority      KnownAuthority }
   * </pre>
   */
  public record Asked(
      RRPID rrpid,
      LocalID lidEE,
      Challenge challEE3,
      Optional<LocalID> lidCA,
      RequestType requestType,
      Optional<IDData> idData,
      PublicKeySorE publicKeySorE,
      Optional<CardAsked> card,
      Optional<Thumbs> thumbs,
      KnownAuthority authority) {
    public static final Tagged<Asked> TYPE =
        Sequence.sequence(
            "CertReqAsked",
            field("rrpid", RRPID.TYPE, Asked::rrpid),
            field("lid-EE", LocalID.TYPE, Asked::lidEE),
            field("chall-EE3", Challenge.TYPE, Asked::challEE3),
            optional("lid-CA", LocalID.TYPE.implicit(0), Asked::lidCA),
            field("requestType", RequestType.TYPE, Asked::requestType),
            optional("idData", IDData.TYPE.explicit(1), Asked::idData),
            field("publicKeySorE", PublicKeySorE.TYPE, Asked::publicKeySorE),
            optional("card", CardAsked.TYPE.implicit(2), Asked::card),
            optional("thumbs", Thumbs.TYPE.implicit(3), Asked::thumbs),
            field("authority", KnownAuthority.TYPE, Asked::authority),
            Asked::new);

    /** The same request, asked after under other identifiers. */
    Asked again(RRPID newRrpid, Challenge newChallenge, LocalID told) {
      return new Asked(
          newRrpid,
          lidEE,
          newChallenge,
          Optional.of(told),
          requestType,
          idData,
          publicKeySorE,
          card,
          Optional.empty(),
          authority);
    }
  }

  /** The request, and what its answer is held to. */
  public record Created(MessageWrapper wrapper, Asked asked) {}

  /**
   * Asks for a cardholder's certificate.
   *
   * @param answers to the fields of the form
   * @throws Refused where the CCA is no longer proved
   */
  public static Created forCard(
      FormToFill form,
      List<RegFormItem> answers,
      PAN pan,
      CardExpiry cardExpiry,
      NewKeys keys,
      Means means)
      throws Refused {
    // CertReq-E-03: CardSecret, back key and nonce are new; the account goes into AcctInfo alone.
    CardAsked card = CardAsked.of(pan, cardExpiry, means.randomness());
    AcctInfo account =
        new AcctInfo.Card(
            new PANData0(pan, cardExpiry, card.cardSecret(), Nonce.random(means.randomness())));
    Asked asked = asked(form, keys, Optional.of(card), means);
    CertReqData data = renewing(data(asked, form, answers, means), keys);
    return seal(asked, data, Optional.of(account), keys, means);
  }

  /**
   * Asks for the certificates of a merchant or a gateway.
   *
   * @param answers to the fields of the form
   * @param account where the authority asked for one, 1 to 74 printable characters
   * @throws Refused where the authority is no longer proved
   */
  public static Created forMerchantOrGateway(
      FormToFill form,
      List<RegFormItem> answers,
      Optional<String> account,
      NewKeys keys,
      Means means)
      throws Refused {
    Optional<AcctInfo> info =
        account.map(
            text -> new AcctInfo.Account(new AcctData(text, Nonce.random(means.randomness()))));
    Asked asked = asked(form, keys, Optional.empty(), means);
    return seal(asked, data(asked, form, answers, means), info, keys, means);
  }

  private static Asked asked(
      FormToFill form, NewKeys keys, Optional<CardAsked> card, Means means) {
    Wanted wanted = Wanted.of(form.requestType());
    boolean fit =
        wanted.supported()
            && wanted.keyExchange() == keys.keyExchange().isPresent()
            && wanted.renewal() == keys.renews().isPresent();
    if (!fit) {
      throw new IllegalArgumentException("other keys than " + form.requestType() + " is for");
    }
    // CertReq-E-01: RRPID and challenge are new; labels, challenge and form as they were told.
    return new Asked(
        RRPID.of(means.randomness().bytes(RRPID.OCTETS)),
        form.lidEE(),
        Challenge.of(means.randomness().bytes(Challenge.OCTETS)),
        form.lidCA(),
        form.requestType(),
        form.idData(),
        keys.publicKeys(),
        card,
        Held.thumbs(means.trust(), form.authority().brandID()),
        form.authority());
  }

  private static CertReqData data(
      Asked asked, FormToFill form, List<RegFormItem> answers, Means means) {
    return new CertReqData(
        asked.rrpid(),
        asked.lidEE(),
        asked.challEE3(),
        asked.lidCA(),
        Optional.of(form.challCA()),
        asked.requestType(),
        means.now().truncatedTo(ChronoUnit.SECONDS),
        asked.idData(),
        form.regFormID(),
        answers.isEmpty() ? Optional.empty() : Optional.of(answers),
        asked.card().map(CardAsked::caBackKey),
        asked.publicKeySorE(),
        Optional.empty(),
        asked.thumbs());
  }

  /** CertReq-E-05: the certificate to be renewed is named by its thumb. */
  private static CertReqData renewing(CertReqData data, NewKeys keys) {
    return new CertReqData(
        data.rrpid(),
        data.lidEE(),
        data.challEE3(),
        data.lidCA(),
        data.challCA(),
        data.requestType(),
        data.requestDate(),
        data.idData(),
        data.regFormID(),
        data.regForm(),
        data.caBackKeyData(),
        data.publicKeySorE(),
        keys.renews().map(old -> CertThumb.of(old.certificate())),
        data.thumbs());
  }

  private static Created seal(
      Asked asked, CertReqData data, Optional<AcctInfo> account, NewKeys keys, Means means)
      throws Refused {
    // CertReq-E-02: signed by the new signature key, under the null name; CertReq-E-05: in a
    // renewal by the certificate renewed too.
    Signatory signatory = keys.signatory();
    // CertReq-E-04: sealed to the authority, proved anew.
    Recipient authority = asked.authority().recipient(means);
    CertReq request =
        account.isPresent()
            ? new CertReq.WithAccount(
                EncX.seal(
                    signatory,
                    authority,
                    RegistrationForms.CERT_REQ_WITH_ACCOUNT,
                    new Opened<>(data, account.get()),
                    means.randomness()))
            : new CertReq.WithoutAccount(
                Enc.seal(
                    signatory, authority, RegistrationForms.CERT_REQ, data, means.randomness()));
    return new Created(
        RegistrationHeader.wrap(request, asked.rrpid(), asked.lidEE(), asked.lidCA(), means),
        asked);
  }
}
