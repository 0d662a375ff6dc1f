package openset.conduct.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import openset.asn1.Der;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.TrustBundle;
import openset.store.Tx;

/**
 * Every certificate of an authority and every list of revoked certificates that a party ever held,
 * in its table {@code held_list}: what is proved of old purchases rests on the lists of their time.
 * The party's own migrations make the table.
 */
public final class HeldLists {
  private static final String CERTIFICATE = "certificate";
  private static final String CRL = "crl";
  private static final String BRAND = "brand";

  private HeldLists() {}

  /** Keeps what {@code bundle} holds; what is kept already stays as it is. */
  public static void keep(Tx tx, TrustBundle bundle, Instant now) {
    for (Certificate one : bundle.certificates()) {
      keep(tx, CERTIFICATE, one.thumb(), one.der(), now);
    }
    for (CertificateList one : bundle.crls()) keep(tx, CRL, one.thumb(), one.der(), now);
    for (BrandCrlIdentifier one : bundle.brandCrls()) {
      keep(tx, BRAND, one.thumb(), one.der(), now);
    }
  }

  private static void keep(Tx tx, String kind, Der thumb, Der der, Instant now) {
    tx.handle()
        .createUpdate(
            """
            insert into held_list (thumb, kind, held_from, der)
            values (:thumb, :kind, :now, :der) on conflict do nothing
            """)
        .bind("thumb", thumb.bytes())
        .bind("kind", kind)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("der", der.bytes())
        .execute();
  }

  /** All that was ever held. */
  public static TrustBundle all(Tx tx) {
    List<Certificate> certificates = new ArrayList<>();
    List<CertificateList> crls = new ArrayList<>();
    List<BrandCrlIdentifier> brands = new ArrayList<>();
    tx.handle()
        .createQuery("select kind, der from held_list order by held_from, thumb")
        .map((row, context) -> new Row(row.getString(1), row.getBytes(2)))
        .forEach(
            row -> {
              switch (row.kind()) {
                case CERTIFICATE -> certificates.add(Certificate.of(row.der()));
                case CRL -> crls.add(CertificateList.of(row.der()));
                default -> brands.add(BrandCrlIdentifier.of(row.der()));
              }
            });
    return new TrustBundle(certificates, crls, brands);
  }

  private record Row(String kind, byte[] der) {}
}
