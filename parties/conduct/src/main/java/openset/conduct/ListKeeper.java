package openset.conduct;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import openset.asn1.Der;
import openset.conduct.store.HeldLists;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.set.treatment.Means;
import openset.store.Database;

/**
 * Means whose lists are kept before they are used, so that a purchase can be proved years later by
 * the lists of its time ({@link HeldLists}).
 */
public final class ListKeeper implements Supplier<Means> {
  private final Supplier<Means> means;
  private final Database database;
  private final AtomicReference<Trust> last = new AtomicReference<>();
  private final Set<Der> kept = ConcurrentHashMap.newKeySet();

  /** Keeps the lists of {@code means} in {@code database}. */
  public ListKeeper(Supplier<Means> means, Database database) {
    this.means = means;
    this.database = database;
  }

  @Override
  public Means get() {
    Means now = means.get();
    if (now.trust() != last.get()) {
      keep(now);
      last.set(now.trust());
    }
    return now;
  }

  private void keep(Means now) {
    List<Certificate> certificates =
        now.trust().certificates().stream().filter(one -> isNew(one.der())).toList();
    List<CertificateList> crls =
        now.trust().crls().stream().filter(one -> isNew(one.der())).toList();
    List<BrandCrlIdentifier> brands =
        now.trust().brandCrls().stream().filter(one -> isNew(one.der())).toList();
    if (certificates.isEmpty() && crls.isEmpty() && brands.isEmpty()) return;
    TrustBundle more = new TrustBundle(certificates, crls, brands);
    database.transactions().perform(tx -> HeldLists.keep(tx, more, now.now()));
    more.certificates().forEach(one -> kept.add(one.der()));
    more.crls().forEach(one -> kept.add(one.der()));
    more.brandCrls().forEach(one -> kept.add(one.der()));
  }

  private boolean isNew(Der der) {
    return !kept.contains(der);
  }
}
