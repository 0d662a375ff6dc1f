package openset.cli.serve;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openset.conduct.Peers;
import openset.conduct.enrolment.Outcome;
import openset.merchant.sale.Counter;
import openset.merchant.sale.Counters;
import openset.merchant.sale.GatewayCertificates;
import openset.merchant.settlement.Settlements;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.treatment.Means;

/** The brands a merchant was certified for, each with its gateway, proved anew for each sale. */
final class BrandCounters implements Counters {
  private static final String RULE = "PInitReq-M-06";

  private final Peers peers;
  private final Settlements settlements;
  private final Map<String, At> brands = new LinkedHashMap<>();

  private record At(
      Outcome.Enrolled credentials,
      GatewayCertificates certificates,
      String url,
      Optional<String> terminal) {}

  /** No brand yet; gateways are asked through {@code peers}. */
  BrandCounters(Peers peers, Settlements settlements) {
    this.settlements = settlements;
    this.peers = peers;
  }

  /** Takes cards of {@code brand} too, as one of the terminals where one is named. */
  void open(
      String brand, Outcome.Enrolled credentials, URI gateway, Optional<String> terminal) {
    String url = gateway.resolve("/set").toString();
    GatewayCertificates certificates =
        new GatewayCertificates(peers, url, new BrandID(brand), credentials.signing());
    brands.put(brand, new At(credentials, certificates, url, terminal));
  }

  @Override
  public Settlements settlements() {
    return settlements;
  }

  @Override
  public Counter of(BrandID brandID, Means means) throws Refused {
    At at = brands.get(brandID.name());
    if (at == null) throw new Refused(ErrorCode.unspecifiedFailure, RULE);
    return new Counter(
        at.credentials().signing(),
        at.credentials().opening(),
        at.certificates()
            .gateway(means)
            .orElseThrow(() -> new Refused(ErrorCode.missingCertificate, RULE)),
        at.url(),
        at.terminal());
  }
}
