package openset.evidence.verdict;

import java.time.Instant;
import openset.evidence.Agreement;
import openset.evidence.EvidenceBundle;
import openset.evidence.EvidenceOrder;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.HODInput;
import openset.set.data.order.OIData;
import openset.set.operator.DD;

/**
 * What the cardholder signed, or sent unsigned, as the other parts are held to it.
 *
 * @param oiData the order half
 * @param input what HOD is to be the digest of
 * @param same whether it is
 */
record Purchase(OIData oiData, HODInput input, boolean same) {
  static Purchase of(EvidenceBundle bundle) {
    Agreement agreement = bundle.agreement();
    OIData oiData = agreement.oiData().value();
    HODInput input = bundle.order().hodInput(oiData.odSalt());
    boolean same =
        bundle.order() instanceof EvidenceOrder.Part part
            ? DD.matches(oiData.hod(), HODInput.CONTENT, part.hodInput().der())
            : DD.ofValue(HODInput.CONTENT, input).equals(oiData.hod());
    return new Purchase(oiData, input, same);
  }

  /** When it was, as merchant and cardholder say. */
  Instant at() {
    return oiData.transIDs().pReqDate();
  }

  String brand() {
    return oiData.brandID().name();
  }

  CurrencyAmount amount() {
    return input.purchAmt();
  }

  String xid() {
    return oiData.transIDs().xid().octets().toString();
  }
}
