package openset.gateway.batch;

import java.util.List;
import java.util.Map;
import openset.set.data.BrandAndBIN;
import openset.set.data.certificate.PCertCode;

/**
 * For which cards a gateway works.
 *
 * @param bins by brand, the beginnings of the BINs of its cards; an empty list for all of them
 */
public record Served(Map<String, List<String>> bins) {
  /** Copies the map. */
  public Served {
    bins = Map.copyOf(bins);
  }

  /** success, brandNotSupported or unknownBIN. */
  public PCertCode of(BrandAndBIN wanted) {
    List<String> known = bins.get(wanted.brandID().name());
    if (known == null) return PCertCode.brandNotSupported;
    boolean served =
        known.isEmpty()
            || wanted.bin().isEmpty()
            || known.stream().anyMatch(wanted.bin().get().digits()::startsWith);
    return served ? PCertCode.success : PCertCode.unknownBIN;
  }
}
