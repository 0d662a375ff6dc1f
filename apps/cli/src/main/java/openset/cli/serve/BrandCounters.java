package openset.cli.serve;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import openset.conduct.enrolment.Outcome;
import openset.merchant.sale.Counter;
import openset.merchant.sale.Counters;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.treatment.Means;
import openset.set.treatment.merchant.Gateway;

/** The brands a merchant was certified for, each with its gateway, proved anew for each sale. */
final class BrandCounters implements Counters {
  private static final String RULE = "PInitReq-M-06";

  private final Map<String, At> brands = new LinkedHashMap<>();

  private record At(Outcome.Enrolled credentials, GatewayKeeper gateway, URI url) {}

  /** Takes cards of {@code brand} too. */
  void open(String brand, Outcome.Enrolled credentials, URI gateway) {
    GatewayKeeper keeper = new GatewayKeeper(gateway, brand);
    brands.put(brand, new At(credentials, keeper, gateway.resolve("/set")));
  }

  @Override
  public Counter of(BrandID brandID, Means means) throws Refused {
    At at = brands.get(brandID.name());
    if (at == null) throw new Refused(ErrorCode.unspecifiedFailure, RULE);
    return new Counter(
        at.credentials().signing(),
        at.credentials().opening(),
        gateway(at, brandID, means),
        at.url().toString());
  }

  private static Gateway gateway(At at, BrandID brandID, Means means) throws Refused {
    Certificate certificate =
        at.gateway()
            .certificate()
            .orElseThrow(() -> new Refused(ErrorCode.missingCertificate, RULE));
    Required required =
        Required.of(CertificateType.PGWY, KeyUse.AGREE, brandID.name());
    try {
      TrustedCertificate proved =
          means.trust().validate(certificate, java.util.List.of(), required, means.now());
      return new Gateway(proved, GatewayKeeper.withChain(proved));
    } catch (Untrusted e) {
      at.gateway().forget(certificate);
      throw new Refused(ErrorCode.invalidCertificate, e.rule());
    }
  }
}
