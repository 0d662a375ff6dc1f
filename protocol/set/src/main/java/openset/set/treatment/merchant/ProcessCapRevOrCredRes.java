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
import openset.set.data.CurrencyAmount;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.data.sale.RRTags;
import openset.set.message.CapRevOrCredRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.Enc;
import openset.set.operator.Expected;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** What the merchant checks of CapRevRes, CredRes and CredRevRes, {@code spec/credit.md}. */
public final class ProcessCapRevOrCredRes {
  private ProcessCapRevOrCredRes() {}

  /** What was asked. */
  public record Asked(
      CapRevOrCred kind,
      RRTags tags,
      List<CapRevOrCredReqItem> items,
      BrandID brandID,
      OpeningCredential opening) {}

  /** The gateway's word on each item that was asked, in the same order. */
  public static List<CapRevOrCredResPayload> process(
      MessageWrapper wrapper, CapRevOrCredRes answer, Asked asked, Means means)
      throws Refused {
    // CRvRes-M-01: the wrapper is fresh and answers our request.
    WrapperCheck.fresh(wrapper, means);
    WrapperCheck.sameRRPID(wrapper, asked.tags().rrpid());
    for (CapRevOrCredReqItem item : asked.items()) {
      WrapperCheck.sameIDs(wrapper, item.transIDs());
    }
    if (CapRevOrCred.of(answer) != asked.kind()) {
      throw new Refused(ErrorCode.messageNotSupported, "CRvRes-M-01");
    }
    // CRvRes-M-02: signed by a gateway of the brand and sealed to us.
    Required gateway =
        Required.of(CertificateType.PGWY, KeyUse.SIGN, asked.brandID().name());
    CapRevOrCredResData data =
        Enc.open(
                asked.opening(),
                answer.enc(),
                asked.kind().answer(),
                Expected.of(gateway, means.trust(), means.now()))
            .value();
    WrapperCheck.extensions(data.cRvRsExtensions());
    // CRvRes-M-03: it names our request and exactly our items, in the order asked.
    List<CapRevOrCredResItem> items = data.capRevOrCredResItemSeq();
    if (!data.capRevOrCredRRTags().equals(asked.tags())
        || items.size() != asked.items().size()) {
      throw new Refused(ErrorCode.unknownRRPID, "CRvRes-M-03");
    }
    List<CapRevOrCredResPayload> told = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      told.add(payload(items.get(i), asked.items().get(i)));
    }
    return told;
  }

  private static CapRevOrCredResPayload payload(
      CapRevOrCredResItem item, CapRevOrCredReqItem asked) throws Refused {
    boolean same =
        item.authRRPID().equals(asked.authRRPID())
            && item.transIDs().xid().equals(asked.transIDs().xid());
    if (!same) throw new Refused(ErrorCode.unknownXID, "CRvRes-M-03");
    // CRvRes-M-04: success says what we asked, any other code nothing.
    CapRevOrCredResPayload payload = item.capRevOrCredResPayload();
    WrapperCheck.extensions(payload.cRvRsPayExtensions());
    CurrencyAmount due =
        payload.capRevOrCredCode() == CapRevOrCredCode.success
            ? asked.amount()
            : CurrencyAmount.zero(asked.amount().currency());
    if (!payload.capRevOrCredActualAmt().equals(due)) {
      throw new Refused(ErrorCode.unspecifiedFailure, "CRvRes-M-04");
    }
    return payload;
  }
}
