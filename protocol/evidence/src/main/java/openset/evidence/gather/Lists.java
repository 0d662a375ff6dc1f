package openset.evidence.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import openset.evidence.Dates;
import openset.evidence.Word;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.TrustBundle;

/** Of all lists that were ever held, those that a bundle needs: in force at its times, and now. */
record Lists(Certificate root, TrustBundle all) {
  private static final Duration SKEW = Duration.ofMinutes(5);

  TrustBundle of(String brand, Instant purchase, Collection<Word> words) {
    Set<Instant> times = new LinkedHashSet<>();
    times.add(purchase);
    for (Word word : words) Dates.of(word).ifPresent(times::add);
    Set<CertificateList> crls = new LinkedHashSet<>();
    Set<BrandCrlIdentifier> brands = new LinkedHashSet<>();
    for (Instant time : times) {
      crls.addAll(inForce(ours(brand), CertificateList::thisUpdate, Lists::source, time));
      brands.addAll(
          inForce(oursToo(brand), BrandCrlIdentifier::notBefore, one -> one.brand(), time));
    }
    // The newest too: whoever was revoked since is not hidden.
    crls.addAll(
        inForce(ours(brand), CertificateList::thisUpdate, Lists::source, Instant.MAX));
    List<Certificate> certificates = new ArrayList<>();
    certificates.add(root);
    for (Certificate one : all.certificates()) {
      boolean needed =
          one.subject().organization().equals(brand) && one.basicConstraints().authority();
      if (needed && !one.equals(root)) certificates.add(one);
    }
    return new TrustBundle(certificates, List.copyOf(crls), List.copyOf(brands));
  }

  private List<CertificateList> ours(String brand) {
    return all.crls().stream()
        .filter(
            crl ->
                crl.issuer().organization().equals(brand)
                    || crl.issuer().equals(root.subject()))
        .toList();
  }

  private List<BrandCrlIdentifier> oursToo(String brand) {
    return all.brandCrls().stream().filter(one -> one.brand().equals(brand)).toList();
  }

  private static Object source(CertificateList crl) {
    return List.of(crl.issuer(), crl.authorityKey());
  }

  /** Of each source the last one that was out at {@code time}. */
  private static <T> Collection<T> inForce(
      List<T> lists, Function<T, Instant> from, Function<T, Object> source, Instant time) {
    Instant latest = time.equals(Instant.MAX) ? time : time.plus(SKEW);
    Map<Object, T> newest = new LinkedHashMap<>();
    for (T list : lists) {
      if (from.apply(list).isAfter(latest)) continue;
      newest.merge(
          source.apply(list),
          list,
          (one, other) -> from.apply(other).isBefore(from.apply(one)) ? one : other);
    }
    return newest.values();
  }
}
