package openset.set.treatment.batch;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.batch.Administering.BRAND;
import static openset.set.treatment.batch.Administering.PURCHASE;
import static openset.set.treatment.batch.Administering.WORLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.pki.Certificate;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BIN;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.certificate.PCertCode;
import openset.set.data.certificate.PCertReqData;
import openset.set.data.certificate.PCertResItem;
import openset.set.data.certificate.PCertResTBS;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.message.PCertRes;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.Receivers;
import openset.set.treatment.gateway.CreatePCertRes;
import openset.set.treatment.gateway.ProcessPCertReq;
import openset.set.treatment.merchant.CreatePCertReq;
import openset.set.treatment.merchant.Gateway;
import openset.set.treatment.merchant.ProcessPCertRes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merchant fetches its gateway's certificates, and believes only what is proved. */
final class PCertTest {
  private static final Certificate WANTED = WORLD.gatewayOpening.certificate();
  private static final BrandAndBIN OURS = BrandAndBIN.of(BRAND);
  private static final Means GATEWAY =
      new Means(
          PurchaseWorld.NOW,
          PurchaseWorld.RANDOM,
          WORLD.trust(),
          new Keyring(List.of(WORLD.gatewaySigning), List.of(WORLD.gatewayOpening)),
          PURCHASE.means.policy());

  private static CreatePCertReq.Created asks(BrandAndBIN... wanted) {
    return CreatePCertReq.create(
        List.of(wanted), List.of(), WORLD.merchantSigning, PURCHASE.means);
  }

  private static ProcessPCertReq.Request asked(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessPCertReq.process(came, (PCertReq) came.message(), GATEWAY);
  }

  private static MessageWrapper answers(CreatePCertReq.Created created) throws Refused {
    return CreatePCertRes.create(asked(created.wrapper()), PCertTest::served, GATEWAY);
  }

  private static PCertCode served(BrandAndBIN wanted) {
    if (!wanted.brandID().equals(BRAND)) return PCertCode.brandNotSupported;
    return wanted.bin().isEmpty() ? PCertCode.success : PCertCode.unknownBIN;
  }

  private static ProcessPCertRes.Given told(
      CreatePCertReq.Created created, MessageWrapper wrapper, List<Certificate> held)
      throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessPCertRes.process(
        came,
        (PCertRes) came.message(),
        new ProcessPCertRes.Asked(
            created.pCertRRTags(), created.brandAndBINSeq(), BRAND, held),
        PURCHASE.means);
  }

  @Test
  @Tag("PCertReq-M-01")
  @Tag("PCertRes-P-01")
  void eachBrandAndBinIsAnsweredAndWhatIsServedComesProved() throws Refused {
    BrandAndBIN foreign = BrandAndBIN.of(new BrandID("Meridian"));
    CreatePCertReq.Created created = asks(OURS, foreign);
    ProcessPCertRes.Given given = told(created, answers(created), List.of());
    Gateway gateway = given.gateways().get(BRAND.name());
    assertThat(gateway.thumb()).isEqualTo(CertThumb.of(WANTED));
    assertThat(gateway.certificates()).contains(WANTED);
    assertThat(given.refused()).containsEntry("Meridian", PCertCode.brandNotSupported);
    BrandAndBIN bin = new BrandAndBIN(BRAND, Optional.of(new BIN("411111")));
    CreatePCertReq.Created other = asks(bin);
    assertThat(told(other, answers(other), List.of()).refused())
        .containsEntry(BRAND.name(), PCertCode.unknownBIN);
    assertThat(other.pCertRRTags().rrpid()).isNotEqualTo(created.pCertRRTags().rrpid());
  }

  @Test
  @Tag("PCertReq-M-02")
  @Tag("PCertRes-P-02")
  void whatTheMerchantHoldsIsNotSentAgain() throws Refused {
    CreatePCertReq.Created created =
        CreatePCertReq.create(
            List.of(OURS),
            List.of(CertThumb.of(WANTED)),
            WORLD.merchantSigning,
            PURCHASE.means);
    MessageWrapper answer = answers(created);
    assertThat(MessageWrapper.TYPE.encode(answer).length)
        .isLessThan(MessageWrapper.TYPE.encode(answers(asks(OURS))).length - 300);
    assertThat(told(created, answer, List.of(WANTED)).gateways()).containsKey(BRAND.name());
    refused(
        ErrorCode.missingCertificate, "PCertRes-M-04", () -> told(created, answer, List.of()));
  }

  /** PCertReq with one part altered, signed by {@code signer}. */
  private static MessageWrapper forged(Signatory signer, String path, Object value)
      throws Refused {
    CreatePCertReq.Created created = asks(OURS);
    PCertReqData data =
        Altered.at(
            new PCertReqData(
                created.pCertRRTags(), Optional.empty(), List.of(OURS), Optional.empty()),
            path,
            value);
    return Altered.at(
        created.wrapper(),
        "message",
        new PCertReq(S.sign(signer, PCertReqData.CONTENT, data)));
  }

  @Test
  @Tag("PCertReq-P-01")
  void onlyAMerchantIsHeard() throws Refused {
    MessageWrapper byGateway =
        forged(
            Signatory.of(WORLD.gatewaySigning), "brandAndBINSeq", List.of(OURS));
    refused(ErrorCode.invalidCertificate, "CERT-28", () -> asked(byGateway));
    Means elsewhere = PURCHASE.means;
    MessageWrapper came = Receivers.sent(asks(OURS).wrapper());
    refused(
        ErrorCode.invalidCertificate,
        "PCertReq-P-01",
        () -> ProcessPCertReq.process(came, (PCertReq) came.message(), elsewhere));
  }

  @Test
  @Tag("PCertReq-P-02")
  @Tag("PCertReq-P-03")
  void identifiersAreThoseInsideAndTheMerchantIsTheOneCertified() throws Refused {
    Signatory merchant = Signatory.of(WORLD.merchantSigning);
    MessageWrapper other =
        forged(merchant, "pCertRRTags.rrpid", RRPID.random(PurchaseWorld.RANDOM));
    refused(ErrorCode.unknownRRPID, "W-05", () -> asked(other));
    MessageWrapper old =
        forged(
            merchant,
            "pCertRRTags.currentDate",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11)));
    refused(ErrorCode.messageTooOld, "W-03", () -> asked(old));
    MessageWrapper claimed =
        forged(merchant, "pCertRRTags.merTermIDs.merchantID", new MerchantID("M-0002"));
    refused(ErrorCode.invalidCertificate, "PCertReq-P-03", () -> asked(claimed));
  }

  /** PCertRes with one part altered, signed by {@code signer}. */
  private static MessageWrapper answer(
      CreatePCertReq.Created created, Signatory signer, String path, Object value)
      throws Refused {
    PCertResItem item =
        new PCertResItem(PCertCode.success, Optional.of(CertThumb.of(WANTED)));
    PCertResTBS data =
        Altered.at(
            new PCertResTBS(
                created.pCertRRTags(), Optional.empty(), List.of(item), Optional.empty()),
            path,
            value);
    Signatory with = signer.enclosing(List.of(WANTED, WORLD.gatewaySigning.certificate()));
    return Altered.at(
        answers(created),
        "message",
        new PCertRes(S.sign(with, PCertResTBS.CONTENT, data)));
  }

  @Test
  @Tag("PCertRes-M-01")
  @Tag("PCertRes-M-02")
  @Tag("PCertRes-M-03")
  void onlyTheAnswerOfAGatewayToThisRequestIsBelieved() throws Refused {
    CreatePCertReq.Created created = asks(OURS);
    MessageWrapper toAnother = answers(asks(OURS));
    refused(ErrorCode.unknownRRPID, "W-05", () -> told(created, toAnother, List.of()));
    Signatory gateway = Signatory.of(WORLD.gatewaySigning);
    MessageWrapper byMerchant =
        answer(created, Signatory.of(WORLD.merchantSigning), "pCertRRTags", created.pCertRRTags());
    refused(
        ErrorCode.invalidCertificate, "CERT-28", () -> told(created, byMerchant, List.of()));
    MessageWrapper other =
        answer(created, gateway, "pCertRRTags.merTermIDs.merchantID", new MerchantID("M-2"));
    refused(
        ErrorCode.unknownRRPID, "PCertRes-M-03", () -> told(created, other, List.of()));
  }

  @Test
  @Tag("PCertRes-M-04")
  void aCertificateThatIsNoGatewaysForKeyExchangeIsRefused() throws Refused {
    CreatePCertReq.Created created = asks(OURS);
    Signatory gateway = Signatory.of(WORLD.gatewaySigning);
    MessageWrapper signing =
        answer(
            created,
            gateway,
            "pCertResItems.0.certThumb",
            Optional.of(CertThumb.of(WORLD.gatewaySigning.certificate())));
    refused(
        ErrorCode.invalidCertificate, "PCertRes-M-04", () -> told(created, signing, List.of()));
    MessageWrapper none =
        answer(created, gateway, "pCertResItems.0.certThumb", Optional.empty());
    refused(
        ErrorCode.missingCertificate, "PCertRes-M-04", () -> told(created, none, List.of()));
  }
}
