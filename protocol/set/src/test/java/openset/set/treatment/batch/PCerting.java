package openset.set.treatment.batch;

import java.util.List;
import java.util.Optional;
import openset.set.Refused;
import openset.set.data.BrandAndBIN;
import openset.set.data.CertThumb;
import openset.set.data.certificate.PCertCode;
import openset.set.data.certificate.PCertReqData;
import openset.set.data.certificate.PCertResItem;
import openset.set.data.certificate.PCertResTBS;
import openset.set.data.sale.RRTags;
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
import openset.set.treatment.gateway.ProcessPCertReq;
import openset.set.treatment.merchant.CreatePCertReq;
import openset.set.treatment.merchant.ProcessPCertRes;

/** A request for a gateway's certificate, and forgers with good keys who alter one part. */
public final class PCerting {
  private static final BrandAndBIN OURS = BrandAndBIN.of(Administering.BRAND);
  private static final Means GATEWAY =
      new Means(
          PurchaseWorld.NOW,
          PurchaseWorld.RANDOM,
          Administering.WORLD.trust(),
          new Keyring(
              List.of(Administering.WORLD.gatewaySigning),
              List.of(Administering.WORLD.gatewayOpening)),
          Administering.PURCHASE.means.policy());

  private final CreatePCertReq.Created created =
      CreatePCertReq.create(
          List.of(OURS),
          List.of(),
          Administering.WORLD.merchantSigning,
          Administering.PURCHASE.means);

  /** PCertReq with {@code value} at {@code path}. */
  public MessageWrapper pCertReq(String path, Object value) {
    RRTags tags = created.pCertRRTags();
    PCertReqData data =
        new PCertReqData(tags, Optional.empty(), List.of(OURS), Optional.empty());
    Signatory merchant = Signatory.of(Administering.WORLD.merchantSigning);
    return Altered.at(
        created.wrapper(),
        "message",
        new PCertReq(
            S.sign(merchant, PCertReqData.CONTENT, Altered.at(data, path, value))));
  }

  /** At the gateway. */
  public static ProcessPCertReq.Request asked(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessPCertReq.process(came, (PCertReq) came.message(), GATEWAY);
  }

  /** PCertRes with {@code value} at {@code path}. */
  public MessageWrapper pCertRes(String path, Object value) {
    CertThumb thumb = CertThumb.of(Administering.WORLD.gatewayOpening.certificate());
    PCertResItem item = new PCertResItem(PCertCode.success, Optional.of(thumb));
    PCertResTBS data =
        new PCertResTBS(
            created.pCertRRTags(), Optional.empty(), List.of(item), Optional.empty());
    Signatory gateway =
        Signatory.of(Administering.WORLD.gatewaySigning)
            .enclosing(List.of(Administering.WORLD.gatewayOpening.certificate()));
    return Altered.at(
        created.wrapper(),
        "message",
        new PCertRes(
            S.sign(gateway, PCertResTBS.CONTENT, Altered.at(data, path, value))));
  }

  /** At the merchant. */
  public ProcessPCertRes.Given told(MessageWrapper wrapper) throws Refused {
    MessageWrapper came = Receivers.sent(wrapper);
    return ProcessPCertRes.process(
        came,
        (PCertRes) came.message(),
        new ProcessPCertRes.Asked(
            created.pCertRRTags(), List.of(OURS), Administering.BRAND, List.of()),
        Administering.PURCHASE.means);
  }
}
