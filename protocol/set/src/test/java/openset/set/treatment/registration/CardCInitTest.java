package openset.set.treatment.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.pki.issue.CertificateProfile;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.XID;
import openset.set.data.registration.CardCInitResTBS;
import openset.set.message.CardCInitReq;
import openset.set.message.CardCInitRes;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationHeader;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.authority.CreateCardCInitRes;
import openset.set.treatment.authority.ProcessCardCInitReq;
import openset.set.treatment.endentity.CreateCardCInitReq;
import openset.set.treatment.endentity.CreateRegFormReq;
import openset.set.treatment.endentity.KnownAuthority;
import openset.set.treatment.endentity.ProcessCardCInitRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CardCInitReq and CardCInitRes, rule by rule. */
final class CardCInitTest {
  private static final RegistrationWorld WORLD = new RegistrationWorld(Suite.CLASSICAL);
  private static final Means WALLET = RegistrationWorld.endEntity(WORLD.rootOnly());
  private static final Means CCA = WORLD.authority();
  private static final CaCredentials KEYS = WORLD.ca(Registrant.CARDHOLDER);

  private static CreateCardCInitReq.Created asked(Means wallet) {
    return CreateCardCInitReq.create(
        new CreateCardCInitReq.Of(
            LocalID.of(wallet.randomness().bytes(20)), RegistrationWorld.BRAND),
        wallet);
  }

  private static CardCInitReq request(CreateCardCInitReq.Created asked) {
    return (CardCInitReq) asked.wrapper().message();
  }

  private static MessageWrapper answer(CreateCardCInitReq.Created asked) {
    return CreateCardCInitRes.create(request(asked), KEYS, CCA).wrapper();
  }

  private static ProcessCardCInitRes.Proved process(
      MessageWrapper wrapper, CreateCardCInitReq.Asked asked, Means means) throws Refused {
    return ProcessCardCInitRes.process(wrapper, (CardCInitRes) wrapper.message(), asked, means);
  }

  private static void refused(
      MessageWrapper wrapper, CreateCardCInitReq.Asked asked, ErrorCode code, String rule) {
    Refusal.of(() -> process(wrapper, asked, WALLET), code, rule);
  }

  /** An answer signed by the CCA, in which {@code thumb} and the rest are as told. */
  private static MessageWrapper forged(
      CreateCardCInitReq.Asked asked, CardCInitResTBS data, Signatory signatory) {
    return RegistrationHeader.wrap(
        new CardCInitRes(S.sign(signatory, CardCInitResTBS.CONTENT, data)),
        asked.rrpid(),
        asked.lidEE(),
        data.lidCA(),
        WALLET);
  }

  private static CardCInitResTBS data(CreateCardCInitReq.Asked asked, CertThumb cae) {
    return new CardCInitResTBS(
        asked.rrpid(),
        asked.lidEE(),
        asked.challEE(),
        Optional.empty(),
        cae,
        Optional.empty(),
        asked.thumbs());
  }

  private static Signatory signatory(CaCredentials keys) {
    return Signatory.of(keys.signing())
        .enclosing(List.of(keys.opening().certificate()))
        .enclosingCrls(CCA.trust().crls());
  }

  @Test
  @Tag("CardCInitReq-E-01")
  void everyRequestHasANewRRPIDAndChallenge() {
    LocalID lid = LocalID.ofText("one label");
    CreateCardCInitReq.Of of = new CreateCardCInitReq.Of(lid, RegistrationWorld.BRAND);
    CreateCardCInitReq.Asked one = CreateCardCInitReq.create(of, WALLET).asked();
    CreateCardCInitReq.Asked two = CreateCardCInitReq.create(of, WALLET).asked();
    assertThat(one.rrpid()).isNotEqualTo(two.rrpid());
    assertThat(one.challEE()).isNotEqualTo(two.challEE());
  }

  @Test
  @Tag("CardCInitReq-E-02")
  @Tag("CardCInitRes-A-02")
  void whatTheWalletHoldsIsNotSentAgain() throws Refused {
    Means knowing = RegistrationWorld.endEntity(WORLD.trust());
    CreateCardCInitReq.Created asked = asked(knowing);
    CardCInitRes full = (CardCInitRes) answer(asked(WALLET)).message();
    MessageWrapper lean = answer(asked);
    assertThat(asked.asked().thumbs().orElseThrow().crlThumbs()).hasSize(5);
    assertThat(full.signed().cms().certificates()).hasSize(6);
    assertThat(full.signed().cms().crls()).hasSize(5);
    CardCInitRes answer = (CardCInitRes) lean.message();
    assertThat(answer.signed().cms().certificates()).hasSize(2);
    assertThat(answer.signed().cms().crls()).isEmpty();
    process(lean, asked.asked(), knowing);
  }

  @Test
  @Tag("CardCInitReq-A-01")
  void aRequestWhoseWrapperSaysOtherwiseIsRefused() {
    CreateCardCInitReq.Created asked = asked(WALLET);
    RRPID other = RRPID.of(WALLET.randomness().bytes(RRPID.OCTETS));
    LocalID label = LocalID.ofText("another");
    CardCInitReq request = request(asked);
    MessageWrapper rrpid =
        RegistrationHeader.wrap(request, other, request.lidEE(), Optional.empty(), WALLET);
    MessageWrapper lid =
        RegistrationHeader.wrap(request, request.rrpid(), label, Optional.empty(), WALLET);
    Means late =
        RegistrationWorld.endEntity(WORLD.trust(), WALLET.now().plus(Duration.ofHours(1)));
    Refusal.of(
        () -> ProcessCardCInitReq.process(rrpid, request, CCA), ErrorCode.unknownRRPID, "W-05");
    Refusal.of(
        () -> ProcessCardCInitReq.process(lid, request, CCA),
        ErrorCode.wrapperMsgMismatch,
        "W-07");
    Refusal.of(
        () -> ProcessCardCInitReq.process(asked.wrapper(), request, late),
        ErrorCode.messageTooOld,
        "W-03");
  }

  @Test
  @Tag("CardCInitReq-A-02")
  void aBrandThatIsNotOursIsRefused() throws Refused {
    CreateCardCInitReq.Created other =
        CreateCardCInitReq.create(
            new CreateCardCInitReq.Of(LocalID.ofText("x"), new BrandID("Borealis")), WALLET);
    Refusal.of(
        () -> ProcessCardCInitReq.process(other.wrapper(), request(other), CCA),
        ErrorCode.unspecifiedFailure,
        "CardCInitReq-A-02");
    CreateCardCInitReq.Created ours = asked(WALLET);
    assertThat(ProcessCardCInitReq.process(ours.wrapper(), request(ours), CCA)).isEqualTo(KEYS);
  }

  @Test
  @Tag("CardCInitRes-A-01")
  void everyAnswerHasALabelOfItsOwn() {
    CreateCardCInitReq.Created asked = asked(WALLET);
    CreateCardCInitRes.Created one = CreateCardCInitRes.create(request(asked), KEYS, CCA);
    CreateCardCInitRes.Created two = CreateCardCInitRes.create(request(asked), KEYS, CCA);
    assertThat(one.begun().lidCA()).isNotEqualTo(two.begun().lidCA());
    assertThat(one.begun().lidEE()).isEqualTo(asked.asked().lidEE());
  }

  @Test
  @Tag("CardCInitRes-E-01")
  void anAnswerToAnotherRequestOrTooLateIsRefused() {
    CreateCardCInitReq.Created asked = asked(WALLET);
    refused(answer(asked(WALLET)), asked.asked(), ErrorCode.unknownRRPID, "W-05");
    Means late =
        RegistrationWorld.endEntity(WORLD.rootOnly(), WALLET.now().plus(Duration.ofHours(1)));
    Refusal.of(
        () -> process(answer(asked), asked.asked(), late), ErrorCode.messageTooOld, "W-03");
  }

  @Test
  @Tag("CardCInitRes-E-02")
  void anAnswerByAnotherKindOfAuthorityIsRefused() {
    CreateCardCInitReq.Asked asked = asked(WALLET).asked();
    CaCredentials mca = WORLD.ca(Registrant.MERCHANT);
    MessageWrapper wrapper =
        forged(asked, data(asked, CertThumb.of(mca.opening().certificate())), signatory(mca));
    refused(wrapper, asked, ErrorCode.invalidCertificate, "CERT-28 type or use");
  }

  @Test
  @Tag("CardCInitRes-E-02")
  void anAnswerByACcaThatIsRevokedIsRefused() {
    CreateCardCInitReq.Created asked = asked(WALLET);
    Means knowing =
        RegistrationWorld.endEntity(WORLD.trust(KEYS.signing().certificate()));
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> process(answer(asked), asked.asked(), knowing));
    assertThat(refused.code()).isEqualTo(ErrorCode.revokedCertificate);
  }

  @Test
  @Tag("CardCInitRes-E-03")
  void whatIsNotOursInAnAnswerIsRefused() {
    CreateCardCInitReq.Asked asked = asked(WALLET).asked();
    CreateCardCInitReq.Asked other = asked(WALLET).asked();
    CertThumb cae = CertThumb.of(KEYS.opening().certificate());
    CardCInitResTBS right = data(asked, cae);
    CardCInitResTBS rrpid =
        new CardCInitResTBS(
            other.rrpid(),
            asked.lidEE(),
            asked.challEE(),
            Optional.empty(),
            cae,
            Optional.empty(),
            asked.thumbs());
    CardCInitResTBS label =
        new CardCInitResTBS(
            asked.rrpid(),
            other.lidEE(),
            asked.challEE(),
            Optional.empty(),
            cae,
            Optional.empty(),
            asked.thumbs());
    CardCInitResTBS thumbs =
        new CardCInitResTBS(
            right.rrpid(),
            right.lidEE(),
            right.challEE(),
            Optional.empty(),
            cae,
            Optional.empty(),
            Optional.empty());
    String rule = "CardCInitRes-E-03";
    refused(forged(asked, rrpid, signatory(KEYS)), asked, ErrorCode.unknownRRPID, rule);
    refused(forged(asked, label, signatory(KEYS)), asked, ErrorCode.unknownLID, rule);
    refused(forged(asked, thumbs, signatory(KEYS)), asked, ErrorCode.thumbsMismatch, rule);
  }

  @Test
  @Tag("CardCInitRes-E-04")
  void anAnswerWithAnotherChallengeIsRefused() {
    CreateCardCInitReq.Asked asked = asked(WALLET).asked();
    CardCInitResTBS old =
        new CardCInitResTBS(
            asked.rrpid(),
            asked.lidEE(),
            Challenge.of(WALLET.randomness().bytes(Challenge.OCTETS)),
            Optional.empty(),
            CertThumb.of(KEYS.opening().certificate()),
            Optional.empty(),
            asked.thumbs());
    refused(
        forged(asked, old, signatory(KEYS)),
        asked,
        ErrorCode.challengeMismatch,
        "CardCInitRes-E-04");
  }

  @Test
  @Tag("CardCInitRes-E-05")
  void aCertificateThatIsNotTheCcasForKeyExchangeIsNotSealedTo() {
    CreateCardCInitReq.Asked asked = asked(WALLET).asked();
    CaCredentials mca = WORLD.ca(Registrant.MERCHANT);
    CertThumb absent = CertThumb.of(mca.opening().certificate());
    refused(
        forged(asked, data(asked, absent), signatory(KEYS)),
        asked,
        ErrorCode.missingCertificate,
        "CardCInitRes-E-05");
    Signatory both = signatory(KEYS).enclosing(List.of(mca.opening().certificate()));
    refused(
        forged(asked, data(asked, absent), both),
        asked,
        ErrorCode.invalidCertificate,
        "CERT-28 type or use");
    CertThumb signs = CertThumb.of(KEYS.signing().certificate());
    refused(
        forged(asked, data(asked, signs), signatory(KEYS)),
        asked,
        ErrorCode.invalidCertificate,
        "CERT-28 type or use");
  }

  @Test
  @Tag("CardCInitRes-E-05")
  @Tag("C17")
  void aCrlThatTheBrandNamesAndNobodySendsStopsTheRegistration() throws Refused, Untrusted {
    CreateCardCInitReq.Created asked = asked(WALLET);
    Trust current = CCA.trust().withBrandCrls(WORLD.brandCrls(1, 1), CCA.now());
    MessageWrapper good =
        CreateCardCInitRes.create(request(asked), KEYS, WORLD.authority(current)).wrapper();
    ProcessCardCInitRes.Proved proved = process(good, asked.asked(), WALLET);
    assertThat(proved.authority().trust(WALLET).brandCrls()).hasSize(1);
    Trust ahead = CCA.trust().withBrandCrls(WORLD.brandCrls(2, 2), CCA.now());
    MessageWrapper withheld =
        CreateCardCInitRes.create(request(asked), KEYS, WORLD.authority(ahead)).wrapper();
    refused(
        withheld,
        asked.asked(),
        ErrorCode.invalidCertificate,
        "CRL-08 a CRL the brand names is not held");
  }

  @Test
  @Tag("CardCInitRes-E-05")
  @Tag("CRL-08")
  void aWalletWhoseListIsOutOfDateLearnsTheNewOneAndOnlySoGoesOn() throws Refused, Untrusted {
    Trust stale =
        WORLD
            .trust()
            .withBrandCrls(
                WORLD.brandCrls(1, 1, WALLET.now().minus(Duration.ofDays(8))), WALLET.now());
    Means wallet = RegistrationWorld.endEntity(stale);
    CreateCardCInitReq.Created asked = asked(wallet);
    Refusal.of(
        () -> process(answer(asked), asked.asked(), wallet),
        ErrorCode.invalidCertificate,
        "CRL-05 out of date");
    Trust current = CCA.trust().withBrandCrls(WORLD.brandCrls(2, 1), CCA.now());
    MessageWrapper answer =
        CreateCardCInitRes.create(request(asked), KEYS, WORLD.authority(current)).wrapper();
    ProcessCardCInitRes.Proved proved = process(answer, asked.asked(), wallet);
    assertThat(proved.authority().trust(wallet).brandCrls())
        .isEqualTo(current.brandCrls());
  }

  @Test
  @Tag("REG-03")
  @Tag("CRL-04")
  void aListLearntSinceIsNotReplacedByTheOneKept() throws Refused, Untrusted {
    CreateCardCInitReq.Created asked = asked(WALLET);
    Trust current = CCA.trust().withBrandCrls(WORLD.brandCrls(2, 1), CCA.now());
    MessageWrapper answer =
        CreateCardCInitRes.create(request(asked), KEYS, WORLD.authority(current)).wrapper();
    ProcessCardCInitRes.Proved proved = process(answer, asked.asked(), WALLET);
    Trust later = WORLD.trust().withBrandCrls(WORLD.brandCrls(3, 1), WALLET.now());
    Means since = RegistrationWorld.endEntity(later);
    assertThat(proved.authority().trust(since).brandCrls())
        .isEqualTo(later.brandCrls());
    CreateRegFormReq.create(proved, CardRun.CARD, new Language("en"), since);
  }

  @Test
  @Tag("CardCInitRes-E-06")
  void aCcaThatUnderstandsNoAlgorithmOfOursIsNotSealedTo() {
    CreateCardCInitReq.Asked asked = asked(WALLET).asked();
    String gcm = "60864801650304012e";
    String tbs = KEYS.opening().certificate().tbs().toString();
    assertThat(tbs).containsOnlyOnce(gcm);
    Der cbc = Der.ofHex(tbs.replace(gcm, "60864801650304012a"));
    Certificate certificate =
        RegistrationWorld.sign(
            CertificateProfile.writtenDown(cbc, WORLD.brand.certificate()),
            WORLD.brand.keys());
    Signatory signatory = signatory(KEYS).enclosing(List.of(certificate));
    refused(
        forged(asked, data(asked, CertThumb.of(certificate)), signatory),
        asked,
        ErrorCode.messageNotSupported,
        "CardCInitRes-E-06");
  }

  @Test
  @Tag("REG-01")
  void theHeaderHasBothLabelsAndNoXid() {
    CreateCardCInitReq.Created asked = asked(WALLET);
    MessageIDs first = asked.wrapper().messageHeader().messageIDs().orElseThrow();
    assertThat(first)
        .isEqualTo(
            new MessageIDs(
                Optional.of(asked.asked().lidEE()), Optional.empty(), Optional.empty()));
    CreateCardCInitRes.Created answer =
        CreateCardCInitRes.create(request(asked), KEYS, CCA);
    assertThat(answer.wrapper().messageHeader().messageIDs().orElseThrow())
        .isEqualTo(
            new MessageIDs(
                Optional.of(asked.asked().lidEE()),
                Optional.of(answer.begun().lidCA()),
                Optional.empty()));
    MessageIDs withXid =
        new MessageIDs(
            first.lidC(), Optional.empty(), Optional.of(XID.of(new byte[XID.OCTETS])));
    MessageHeader header = asked.wrapper().messageHeader();
    MessageWrapper odd =
        MessageWrapper.of(
            MessageHeader.of(
                header.date(), Optional.of(withXid), asked.asked().rrpid(), header.swIdent()),
            request(asked));
    Refusal.of(
        () -> ProcessCardCInitReq.process(odd, request(asked), CCA),
        ErrorCode.wrapperMsgMismatch,
        "W-07");
  }

  @Test
  @Tag("REG-03")
  void whatWasProvedIsKeptAsOctets() throws Refused {
    CreateCardCInitReq.Created asked = asked(WALLET);
    ProcessCardCInitRes.Proved proved = process(answer(asked), asked.asked(), WALLET);
    assertThat(
            ProcessCardCInitRes.Proved.TYPE.decode(
                ProcessCardCInitRes.Proved.TYPE.encode(proved)))
        .isEqualTo(proved);
    KnownAuthority authority = proved.authority();
    assertThat(authority.registrant()).isEqualTo(Registrant.CARDHOLDER);
    CreateCardCInitReq.Asked kept = asked.asked();
    assertThat(
            CreateCardCInitReq.Asked.TYPE.decode(CreateCardCInitReq.Asked.TYPE.encode(kept)))
        .isEqualTo(kept);
  }
}
