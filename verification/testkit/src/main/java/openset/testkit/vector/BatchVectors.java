package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.crypto.Suite;
import openset.set.Refused;
import openset.set.data.BrandAndBIN;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.batch.BAStatus;
import openset.set.data.batch.BatchOperation;
import openset.set.data.batch.TransmissionStatus;
import openset.set.data.certificate.PCertCode;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.RRTags;
import openset.set.message.BatchAdminReq;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.gateway.CreateBatchAdminRes;
import openset.set.treatment.gateway.CreatePCertRes;
import openset.set.treatment.gateway.ProcessBatchAdminReq;
import openset.set.treatment.gateway.ProcessPCertReq;
import openset.set.treatment.merchant.CreateBatchAdminReq;
import openset.set.treatment.merchant.CreatePCertReq;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** A batch that is closed in agreement, a gateway's certificate, and such answers made wrongly. */
final class BatchVectors {
  private static final BatchID ID = new BatchID(7);
  private static final BrandID BRAND = new BrandID(World.BRAND);

  private final Suite suite;
  private final Scene scene;
  private final Means merchant;
  private final Means gateway;
  private final List<Vector> all = new ArrayList<>();

  BatchVectors(Suite suite) {
    this.suite = suite;
    scene = Scene.of(suite);
    World world = scene.world();
    merchant = world.means(world.trust(), Seeded.of("batch " + suite.name()));
    gateway =
        new Means(
            merchant.now(),
            merchant.randomness(),
            merchant.trust(),
            new Keyring(List.of(world.gatewaySigning()), List.of(world.gatewayOpening())),
            merchant.policy());
  }

  List<Vector> list() throws Refused {
    closed();
    certificates();
    return all;
  }

  private String path(String name) {
    return "batch/" + suite.name() + "/" + name + ".txt";
  }

  private static byte[] octets(MessageWrapper wrapper) {
    return MessageWrapper.TYPE.encode(wrapper);
  }

  private BatchStatus status() {
    CurrencyAmount nothing = CurrencyAmount.zero(scene.offer().value().total().currency());
    BatchTotals totals =
        new BatchTotals(0, nothing, 1, scene.offer().value().total(), Optional.empty());
    return new BatchStatus(
        World.NOW,
        Optional.empty(),
        new BatchDetails(totals, Optional.empty()),
        Optional.empty());
  }

  private void closed() throws Refused {
    CreateBatchAdminReq.Wish wish =
        CreateBatchAdminReq.Wish.totals(Optional.of(ID))
            .doing(BatchOperation.close)
            .with(status());
    CreateBatchAdminReq.Created asked =
        CreateBatchAdminReq.create(
            wish, scene.world().asMerchant(merchant.trust()), merchant);
    byte[] request = octets(asked.wrapper());
    add(
        scene.message(path("1-batchadminreq"), "BatchAdminReq", "gateway", request),
        "the merchant closes batch 7 with its own totals");
    byte[] answer = octets(told(asked, ID));
    add(answer("2-batchadminres", answer, asked), "the gateway reckons the same");
    if (suite != Suite.EDWARDS) return;
    refused(
        answer("batchadminres-other-batch", octets(told(asked, new BatchID(8))), asked),
        "BatchAdminRes-M-03",
        "the answer is about another batch");
  }

  private MessageWrapper told(CreateBatchAdminReq.Created asked, BatchID id) throws Refused {
    MessageWrapper came = MessageWrapper.TYPE.decode(octets(asked.wrapper()));
    ProcessBatchAdminReq.Request request =
        ProcessBatchAdminReq.process(
            came, (BatchAdminReq) came.message(), scene.world().gatewayOpening(), gateway);
    return CreateBatchAdminRes.create(
        request,
        new CreateBatchAdminRes.Told(
            id,
            BAStatus.success,
            Optional.of(status()),
            Optional.of(TransmissionStatus.completedSuccessfully),
            Optional.empty()),
        scene.world().gatewaySigning(),
        gateway);
  }

  private Vector answer(String name, byte[] octets, CreateBatchAdminReq.Created asked) {
    return scene
        .message(path(name), "BatchAdminRes", "merchant", octets)
        .with("tags", RRTags.TYPE, asked.batchAdminRRTags())
        .with("batch", BatchID.TYPE, ID);
  }

  private void certificates() throws Refused {
    CreatePCertReq.Created asked =
        CreatePCertReq.create(
            List.of(BrandAndBIN.of(BRAND)),
            List.of(),
            scene.world().merchantSigning(),
            merchant);
    byte[] request = octets(asked.wrapper());
    add(
        scene.message(path("3-pcertreq"), "PCertReq", "gateway", request),
        "the merchant asks for its gateway's certificate");
    MessageWrapper came = MessageWrapper.TYPE.decode(request);
    ProcessPCertReq.Request proved =
        ProcessPCertReq.process(came, (PCertReq) came.message(), gateway);
    byte[] answer =
        octets(CreatePCertRes.create(proved, _ -> PCertCode.success, gateway));
    add(certificate("3-pcertres", answer, asked), "the gateway sends its certificate");
    if (suite != Suite.EDWARDS) return;
    byte[] none =
        octets(CreatePCertRes.create(proved, _ -> PCertCode.brandNotSupported, gateway));
    add(certificate("pcertres-none", none, asked), "the gateway does not serve the brand");
    CreatePCertReq.Created strange =
        CreatePCertReq.create(
            List.of(BrandAndBIN.of(BRAND)),
            List.of(),
            new WorldVectors(scene.world()).merchantOfOtherBrand(),
            merchant);
    all.add(
        scene
            .message(
                path("pcertreq-other-brand"), "PCertReq", "gateway", octets(strange.wrapper()))
            .expect("untrusted", "PCertReq-P-01")
            .with("comment", "a merchant asks whose brand the gateway does not serve"));
  }

  private Vector certificate(String name, byte[] octets, CreatePCertReq.Created asked) {
    return scene
        .message(path(name), "PCertRes", "merchant", octets)
        .with("tags", RRTags.TYPE, asked.pCertRRTags());
  }

  private void add(Vector vector, String comment) {
    all.add(vector.expect("success").with("comment", comment));
  }

  private void refused(Vector vector, String rule, String comment) {
    all.add(vector.expect("refused unspecifiedFailure", rule).with("comment", comment));
  }
}
