package openset.merchant.sale;

import java.util.Optional;
import openset.pki.MerchantData;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.data.BrandID;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.MerchantID;
import openset.set.data.RRPID;
import openset.set.data.auth.AuthTags;
import openset.set.data.batch.AmountType;
import openset.set.data.capture.CapItem;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.data.sale.MerTermIDs;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.Gateway;

/**
 * Where the merchant takes cards of one brand: as whom, and through which gateway.
 *
 * @param signing signs for the brand; its certificate says which merchant of which category we are
 * @param opening opens what the gateway seals
 * @param gateway the brand's gateway, proved
 * @param gatewayUrl where it takes requests
 * @param terminal which of the terminals that our acquirer gave us this is; it knows where empty
 */
public record Counter(
    SigningCredential signing,
    OpeningCredential opening,
    Gateway gateway,
    String gatewayUrl,
    Optional<String> terminal) {
  /** One whose acquirer knows its terminal. */
  public Counter(
      SigningCredential signing, OpeningCredential opening, Gateway gateway, String gatewayUrl) {
    this(signing, opening, gateway, gatewayUrl, Optional.empty());
  }

  /** Refuses a credential that is no merchant's. */
  public Counter {
    if (signing.certificate().merchantData().flatMap(MerchantData::category).isEmpty()) {
      throw new IllegalArgumentException("not the certificate of a merchant with a category");
    }
  }

  CertThumb merchantThumb() {
    return CertThumb.of(signing.certificate());
  }

  /** Our number at our acquirer: {@code BIN/number}. Batches are numbered within it. */
  public String account() {
    MerchantData data = signing.certificate().merchantData().orElseThrow();
    return data.acquirerBin() + "/" + data.id();
  }

  /** The place that the gateway told for a capture. */
  Optional<Placement> placement(CapItem item, CapResPayload payload) {
    boolean booked = payload.capCode() == CapCode.success;
    CurrencyAmount amount =
        booked ? payload.capAmt() : item.capPayload().capReqAmt();
    return placement(item.authRRPID(), amount, payload);
  }

  /** The place that the gateway told for a sale: captured with its authorization. */
  Optional<Placement> placement(AuthTags tags, CapResPayload payload) {
    return placement(tags.authRRTags().rrpid(), payload.capAmt(), payload);
  }

  private Optional<Placement> placement(
      RRPID authRRPID, CurrencyAmount amount, CapResPayload payload) {
    Moved moved =
        new Moved(
            authRRPID, amount, AmountType.debit, payload.capCode() == CapCode.success);
    return placement(payload.batchID(), payload.batchSequenceNum(), moved);
  }

  /** The place that the gateway told for money that goes back, or for what takes that back. */
  Optional<Placement> placement(
      CapRevOrCred kind, CapRevOrCredReqItem item, CapRevOrCredResPayload payload) {
    Moved moved =
        new Moved(
            item.authRRPID(),
            item.amount(),
            kind == CapRevOrCred.CRED_REV ? AmountType.debit : AmountType.credit,
            payload.capRevOrCredCode() == CapRevOrCredCode.success);
    return placement(payload.batchID(), payload.batchSequenceNum(), moved);
  }

  /** What of an authorization moved, or would not. */
  private record Moved(
      RRPID authRRPID, CurrencyAmount amount, AmountType type, boolean booked) {}

  private Optional<Placement> placement(
      Optional<BatchID> batchID, Optional<BatchSequenceNum> sequence, Moved moved) {
    if (batchID.isEmpty() || sequence.isEmpty()) return Optional.empty();
    return Optional.of(
        new Placement(
            account(),
            batchID.get(),
            sequence.get(),
            new BrandID(signing.certificate().subject().organization()),
            moved.authRRPID(),
            moved.amount(),
            moved.type(),
            moved.booked()));
  }

  /** Who we are towards the gateway. */
  public CreateAuthReq.With asMerchant() {
    MerchantData data = signing.certificate().merchantData().orElseThrow();
    return new CreateAuthReq.With(
        signing,
        opening.certificate(),
        gateway,
        MerTermIDs.of(new MerchantID(data.id()), terminal),
        data.category().orElseThrow());
  }
}
