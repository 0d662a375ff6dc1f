package openset.set.treatment.merchant;

import java.util.ArrayList;
import java.util.List;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.capture.CapItem;
import openset.set.data.capture.CapResData;
import openset.set.data.capture.CapResItem;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.RRTags;
import openset.set.message.CapRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Expected;
import openset.set.operator.Verified;
import openset.set.treatment.Forms;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of CapRes, {@code spec/capture.md}. */
public final class ProcessCapRes {
  private ProcessCapRes() {}

  /** What was asked. */
  public record Asked(
      RRTags capRRTags, List<CapItem> items, BrandID brandID, OpeningCredential opening) {}

  /** The gateway's word on each item that was asked, in the same order. */
  public static List<CapResPayload> process(
      MessageWrapper wrapper, CapRes answer, Asked asked, Means means) throws Refused {
    // CapRes-M-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.capRRTags().rrpid());
    for (CapItem item : asked.items()) WrapperCheck.sameIDs(wrapper, item.transIDs());
    // CapRes-M-02: signed by a gateway of the brand and sealed to us.
    Required gateway =
        Required.of(CertificateType.PGWY, KeyUse.SIGN, asked.brandID().name());
    Verified<CapResData> opened =
        Enc.open(
            asked.opening(),
            answer.enc(),
            Forms.CAP_RES,
            Expected.of(gateway, means.trust(), means.now()));
    CapResData data = opened.value();
    WrapperCheck.extensions(data.cRsExtensions());
    for (BatchStatus status : data.batchStatusSeq().orElse(List.of())) {
      WrapperCheck.extensions(status);
    }
    // CapRes-M-03: it names our request and exactly our items, in the order asked.
    List<CapResItem> items = data.capResItemSeq();
    if (!data.capRRTags().equals(asked.capRRTags()) || items.size() != asked.items().size()) {
      throw new Refused(ErrorCode.unknownRRPID, "CapRes-M-03");
    }
    List<CapResPayload> told = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      told.add(payload(items.get(i), asked.items().get(i)));
    }
    return told;
  }

  private static CapResPayload payload(CapResItem item, CapItem asked) throws Refused {
    boolean same =
        item.authRRPID().equals(asked.authRRPID())
            && item.transIDs().xid().equals(asked.transIDs().xid());
    if (!same) throw new Refused(ErrorCode.unknownXID, "CapRes-M-03");
    // CapRes-M-04: never more than we asked.
    CapResPayload payload = item.capResPayload();
    WrapperCheck.extensions(payload.cRsPayExtensions());
    boolean within =
        payload.capAmt().sameCurrency(asked.capPayload().capReqAmt())
            && !payload.capAmt().exceeds(asked.capPayload().capReqAmt());
    if (!within) throw new Refused(ErrorCode.unspecifiedFailure, "CapRes-M-04");
    return payload;
  }
}
