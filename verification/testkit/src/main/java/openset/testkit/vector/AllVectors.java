package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import openset.crypto.Suite;
import openset.set.Refused;

/** Every scenario, made anew. */
public final class AllVectors {
  private AllVectors() {}

  /** All of them, those that others name first. */
  public static List<Vector> list() {
    List<Vector> all = new ArrayList<>();
    try {
      for (Suite suite : List.of(Suite.CLASSICAL, Suite.EDWARDS)) {
        all.addAll(new WorldVectors(Scene.of(suite).world()).list());
        all.addAll(PurchaseVectors.list(suite));
        all.addAll(new InquiryVectors(suite).list());
        all.addAll(new ReversalVectors(suite).list());
        all.addAll(SignatureVectors.list(suite));
        all.addAll(RegistrationVectors.list(suite));
      }
      all.addAll(MalformedVectors.list());
      all.addAll(HeaderVectors.list());
      all.addAll(CertificateVectors.list());
      all.addAll(MismatchVectors.list());
      all.addAll(PasskeyVectors.list());
      all.addAll(RegistrationMismatches.list());
      all.addAll(HostVectors.list());
      for (Suite suite : List.of(Suite.CLASSICAL, Suite.EDWARDS)) {
        all.addAll(new CreditVectors(suite).list());
        all.addAll(new BatchVectors(suite).list());
      }
      for (Suite suite : List.of(Suite.CLASSICAL, Suite.EDWARDS)) {
        all.addAll(new PublishedVectors(suite).list());
        all.addAll(ChecksVectors.list(suite));
      }
      for (Suite suite : List.of(Suite.CLASSICAL, Suite.EDWARDS)) {
        all.addAll(new AuthTokenVectors(suite).list());
      }
      for (Suite suite : List.of(Suite.CLASSICAL, Suite.EDWARDS)) {
        all.addAll(new UnsignedVectors(suite).list());
      }
    } catch (Refused e) {
      throw new IllegalStateException("an honest message is refused", e);
    }
    return all;
  }
}
