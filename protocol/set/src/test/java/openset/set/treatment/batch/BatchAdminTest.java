package openset.set.treatment.batch;

import static openset.set.treatment.Refusal.refused;
import static openset.set.treatment.batch.Administering.ID;
import static openset.set.treatment.batch.Administering.WORLD;
import static openset.set.treatment.batch.Administering.item;
import static openset.set.treatment.batch.Administering.totals;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.SetOid;
import openset.set.data.MerchantID;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchAdminResData;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.TransDetails;
import openset.set.data.sale.BatchID;
import openset.set.message.MessageWrapper;
import openset.set.operator.Signatory;
import openset.set.treatment.Altered;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.gateway.CreateBatchAdminRes;
import openset.set.treatment.gateway.ProcessBatchAdminReq;
import openset.set.treatment.merchant.CreateBatchAdminReq;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What merchant and gateway say of a batch, and what each believes of the other. */
final class BatchAdminTest {
  private final Administering one = new Administering(Administering.looking());

  private void gatewayRefuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> Administering.asked(wrapper));
  }

  private void merchantRefuses(ErrorCode code, String rule, MessageWrapper wrapper) {
    refused(code, rule, () -> one.told(wrapper));
  }

  @Test
  @Tag("BatchAdminReq-M-01")
  @Tag("BatchAdminReq-M-02")
  void theRequestSaysWhatIsWantedOfWhichBatch() throws Refused {
    ProcessBatchAdminReq.Request asked = Administering.asked(one.created.wrapper());
    assertThat(asked.data()).isEqualTo(one.data());
    assertThat(asked.restores()).isFalse();
    assertThat(asked.merchant().merchantID()).isEqualTo(PurchaseWorld.MERCHANT_ID);
    assertThat(new Administering(one.wish).created.batchAdminRRTags().rrpid())
        .isNotEqualTo(one.created.batchAdminRRTags().rrpid());
  }

  @Test
  @Tag("BatchAdminReq-P-01")
  void onlyAMerchantOfTheBrandIsHeard() {
    gatewayRefuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        one.batchAdminReq("signer", Signatory.of(WORLD.gatewaySigning)));
    gatewayRefuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            one.created.wrapper(),
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
  }

  @Test
  @Tag("BatchAdminReq-P-02")
  void identifiersOutsideAreThoseInside() {
    RRPID other = RRPID.random(PurchaseWorld.RANDOM);
    gatewayRefuses(
        ErrorCode.unknownRRPID,
        "W-05",
        Altered.at(one.created.wrapper(), "messageHeader.rrpid", Optional.of(other)));
    gatewayRefuses(
        ErrorCode.messageTooOld,
        "W-03",
        one.batchAdminReq(
            "data.batchAdminRRTags.currentDate",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
  }

  @Test
  @Tag("BatchAdminReq-P-03")
  void theMerchantIsTheOneCertifiedAndSendsTheKeyForTheAnswer() {
    gatewayRefuses(
        ErrorCode.invalidCertificate,
        "BatchAdminReq-P-03",
        one.batchAdminReq(
            "data.batchAdminRRTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    gatewayRefuses(
        ErrorCode.missingCertificate,
        "BatchAdminReq-P-03",
        one.batchAdminReq("signer", Signatory.of(WORLD.merchantSigning)));
  }

  @Test
  @Tag("BatchAdminReq-P-04")
  void onlyAPurgeIsTakenBack() throws Refused {
    Administering restoring =
        new Administering(CreateBatchAdminReq.Wish.totals(Optional.of(ID)).restoring());
    assertThat(Administering.asked(restoring.created.wrapper()).restores()).isTrue();
    MsgExtensions restore =
        new MsgExtensions(
            List.of(
                new MsgExtensions.MsgExtension(
                    SetOid.RESTORE_PURGED, true, Der.of(new byte[0]))));
    Administering closing =
        new Administering(Administering.looking().doing(BatchOperation.close));
    gatewayRefuses(
        ErrorCode.unrecognizedExtension,
        "BatchAdminReq-P-04",
        closing.batchAdminReq("data.bARqExtensions", Optional.of(restore)));
    MsgExtensions unknown =
        new MsgExtensions(
            List.of(
                new MsgExtensions.MsgExtension(
                    ObjectIdentifier.of("2.999.1"), true, Der.of(new byte[0]))));
    gatewayRefuses(
        ErrorCode.unrecognizedExtension,
        "W-04",
        one.batchAdminReq("data.bARqExtensions", Optional.of(unknown)));
  }

  @Test
  @Tag("BatchAdminRes-P-01")
  void theAnswerSaysHowTheBatchStandsAndBringsItsItems() throws Refused {
    BatchAdminResData told = one.told(one.batchAdminRes(Administering.told()));
    assertThat(told.batchStatus()).contains(Administering.status());
    assertThat(told.transDetails()).contains(Administering.items());
    BatchAdminResData not =
        one.told(
            one.batchAdminRes(CreateBatchAdminRes.Told.not(ID, BAStatus.unknownBatchID)));
    assertThat(not.bAStatus()).contains(BAStatus.unknownBatchID);
  }

  @Test
  @Tag("BatchAdminRes-M-01")
  void anAnswerToAnotherRequestOrAnOldOneIsRefused() throws Refused {
    Administering another = new Administering(one.wish);
    merchantRefuses(
        ErrorCode.unknownRRPID, "W-05", another.batchAdminRes(Administering.told()));
    merchantRefuses(
        ErrorCode.messageTooOld,
        "W-03",
        Altered.at(
            one.batchAdminRes(Administering.told()),
            "messageHeader.date",
            PurchaseWorld.NOW.minus(Duration.ofMinutes(11))));
  }

  @Test
  @Tag("BatchAdminRes-M-02")
  void onlyAGatewayOfTheBrandIsBelieved() {
    merchantRefuses(
        ErrorCode.invalidCertificate,
        "CERT-28",
        one.batchAdminRes("signer", Signatory.of(WORLD.merchantSigning)));
  }

  @Test
  @Tag("BatchAdminRes-M-03")
  void itNamesOurRequestAndOurBatch() {
    merchantRefuses(
        ErrorCode.unknownRRPID,
        "BatchAdminRes-M-03",
        one.batchAdminRes(
            "data.batchAdminTags.merTermIDs.merchantID", new MerchantID("M-0002")));
    merchantRefuses(
        ErrorCode.unspecifiedFailure,
        "BatchAdminRes-M-03",
        one.batchAdminRes("data.batchID", new BatchID(8)));
  }

  @Test
  @Tag("BatchAdminRes-M-04")
  void whatItTellsAgreesWithItself() {
    ErrorCode code = ErrorCode.unspecifiedFailure;
    String rule = "BatchAdminRes-M-04";
    merchantRefuses(code, rule, one.batchAdminRes("data.bAStatus", Optional.empty()));
    merchantRefuses(
        code,
        rule,
        one.batchAdminRes("data.batchStatus.batchDetails.batchTotals", totals(2, 1991)));
    TransDetails twice = new TransDetails(0, List.of(item(2, 1), item(2, 1)));
    merchantRefuses(
        code, rule, one.batchAdminRes("data.transDetails", Optional.of(twice)));
    TransDetails many = new TransDetails(0, List.of(item(1, 1), item(2, 1), item(3, 1)));
    merchantRefuses(code, rule, one.batchAdminRes("data.transDetails", Optional.of(many)));
    TransDetails back = new TransDetails(2, List.of(item(1, 1), item(2, 1)));
    merchantRefuses(code, rule, one.batchAdminRes("data.transDetails", Optional.of(back)));
  }

  @Test
  @Tag("BatchAdminRes-M-05")
  void aSuccessTellsHowTheBatchStands() {
    merchantRefuses(
        ErrorCode.unspecifiedFailure,
        "BatchAdminRes-M-05",
        one.batchAdminRes("data.batchStatus", Optional.empty()));
  }
}
