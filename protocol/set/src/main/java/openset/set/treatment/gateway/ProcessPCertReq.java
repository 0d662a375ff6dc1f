package openset.set.treatment.gateway;

import java.math.BigInteger;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.MerchantData;
import openset.pki.Required;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.MerchantID;
import openset.set.data.certificate.PCertReqData;
import openset.set.message.MessageWrapper;
import openset.set.message.PCertReq;
import openset.set.operator.Expected;
import openset.set.operator.S;
import openset.set.operator.Verified;
import openset.set.treatment.Means;
import openset.set.treatment.WrapperCheck;

/** Proves a request for our certificates, {@code spec/pcert.md}. */
public final class ProcessPCertReq {
  private ProcessPCertReq() {}

  /**
   * Who wants which certificates, proved.
   *
   * @param brandID of the merchant's certificate
   * @param signer its serial number
   */
  public record Request(
      BrandID brandID, MerchantData merchant, BigInteger signer, PCertReqData data) {}

  /** Checks {@code request}. */
  public static Request process(MessageWrapper wrapper, PCertReq request, Means means)
      throws Refused {
    // PCertReq-P-01: the wrapper is fresh; signed by a merchant of a brand that we serve.
    WrapperCheck.fresh(wrapper, means);
    Required merchant = Required.anyBrand(CertificateType.MER, KeyUse.SIGN);
    Verified<PCertReqData> signed =
        S.verify(
            request.signed(),
            PCertReqData.CONTENT,
            Expected.of(merchant, means.trust(), means.now()));
    String brand = signed.signer().brand();
    if (means.keys().signingFor(brand).isEmpty()) {
      throw new Refused(ErrorCode.invalidCertificate, "PCertReq-P-01");
    }
    PCertReqData data = signed.value();
    // PCertReq-P-02: identifiers outside are those inside; the request is fresh.
    WrapperCheck.sameRRPID(wrapper, data.pCertRRTags().rrpid());
    WrapperCheck.age(data.pCertRRTags().currentDate(), means);
    WrapperCheck.extensions(data.pCRqExtensions());
    // PCertReq-P-03: MerchantID is the one certified.
    MerchantData certified =
        signed
            .signer()
            .merchantData()
            .filter(one -> claims(data, one))
            .orElseThrow(() -> new Refused(ErrorCode.invalidCertificate, "PCertReq-P-03"));
    return new Request(
        new BrandID(brand), certified, signed.signer().certificate().serialNumber(), data);
  }

  private static boolean claims(PCertReqData data, MerchantData certified) {
    MerchantID claimed = data.pCertRRTags().merTermIDs().merchantID();
    return claimed.equals(new MerchantID(certified.id()));
  }
}
