package openset.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import openset.cli.serve.Running;
import openset.cli.serve.RunningGateway;
import openset.cli.serve.RunningMerchant;
import openset.pki.Certificate;
import openset.pki.SigningCredential;
import openset.set.treatment.Keyring;

/** The certificates of merchants and gateways: for each brand its number and last instant. */
final class CertificatesOfParties {
  private CertificatesOfParties() {}

  static Map<String, Object> of(Town town) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (Running running : town.all()) {
      switch (running) {
        case RunningMerchant merchant -> add(facts, merchant.name(), merchant.keys());
        case RunningGateway gateway -> add(facts, gateway.name(), gateway.keys());
        default -> {}
      }
    }
    return facts;
  }

  private static void add(Map<String, Object> facts, String name, Keyring keys) {
    for (SigningCredential credential : keys.signing()) {
      Certificate certificate = credential.certificate();
      facts.put(
          name + " " + certificate.subject().organization(),
          certificate.serialNumber().toString(16) + " until " + certificate.notAfter());
    }
  }
}
