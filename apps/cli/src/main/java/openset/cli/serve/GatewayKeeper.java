package openset.cli.serve;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import openset.asn1.Asn1Exception;
import openset.http.MediaType;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.ResourceClient;
import openset.pki.Certificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows a gateway's key-exchange certificate of one brand: fetches it when it is wanted and not
 * there. Nothing of it is proved here.
 */
final class GatewayKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayKeeper.class);

  private final URI from;
  private final AtomicReference<Certificate> known = new AtomicReference<>();

  GatewayKeeper(URI gateway, String brand) {
    this.from = gateway.resolve("/certificates/" + brand);
  }

  /** The certificate, if there is one. */
  Optional<Certificate> certificate() {
    Certificate here = known.get();
    return here != null ? Optional.of(here) : fetched();
  }

  /** Asks again the next time: the one we have is no longer good. */
  void forget(Certificate certificate) {
    known.compareAndSet(certificate, null);
  }

  private Optional<Certificate> fetched() {
    try (ResourceClient client = new ResourceClient(ClientLimits.USUAL)) {
      Certificate certificate = Certificate.of(client.get(from, MediaType.CERTIFICATE));
      known.set(certificate);
      return Optional.of(certificate);
    } catch (HttpFailure | Asn1Exception e) {
      LOG.warn("no certificate of a gateway: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** The certificate and those above it, for a wallet. */
  static List<Certificate> withChain(openset.pki.TrustedCertificate proved) {
    List<Certificate> all = new java.util.ArrayList<>(List.of(proved.certificate()));
    all.addAll(proved.chain().subList(0, proved.chain().size() - 1));
    return all;
  }
}
