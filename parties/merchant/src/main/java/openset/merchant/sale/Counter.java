package openset.merchant.sale;

import openset.pki.MerchantData;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.set.data.CertThumb;
import openset.set.data.MerchantID;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.Gateway;

/**
 * Where the merchant takes cards of one brand: as whom, and through which gateway.
 *
 * @param signing signs for the brand; its certificate says which merchant of which category we are
 * @param opening opens what the gateway seals
 * @param gateway the brand's gateway, proved
 * @param gatewayUrl where it takes requests
 */
public record Counter(
    SigningCredential signing, OpeningCredential opening, Gateway gateway, String gatewayUrl) {
  /** Refuses a credential that is no merchant's. */
  public Counter {
    if (signing.certificate().merchantData().flatMap(MerchantData::category).isEmpty()) {
      throw new IllegalArgumentException("not the certificate of a merchant with a category");
    }
  }

  CertThumb merchantThumb() {
    return CertThumb.of(signing.certificate());
  }

  CreateAuthReq.With asMerchant() {
    MerchantData data = signing.certificate().merchantData().orElseThrow();
    return new CreateAuthReq.With(
        signing,
        opening.certificate(),
        gateway,
        new MerchantID(data.id()),
        data.category().orElseThrow());
  }
}
