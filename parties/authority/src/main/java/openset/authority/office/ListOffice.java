package openset.authority.office;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import openset.asn1.Der;
import openset.authority.store.Certificates;
import openset.authority.world.IssuerKey;
import openset.authority.store.PublishedLists;
import openset.authority.store.PublishedLists.Kind;
import openset.authority.store.SigningClock;
import openset.authority.world.Authorities;
import openset.authority.world.BrandAuthorities;
import openset.authority.world.CertificationAuthority;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.TrustBundle;
import openset.pki.issue.BrandCrlProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.LintRefusal;
import openset.store.Transactions;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes CRLs and brand CRL identifiers: before the old ones end, and when a certificate is
 * revoked. A number is given out and committed before it is signed, so that none is ever used twice
 * or goes back (R08).
 */
public final class ListOffice {
  private static final Logger LOG = LoggerFactory.getLogger(ListOffice.class);

  private final Authorities authorities;
  private final Transactions transactions;
  private final InstantSource clock;
  private final Pace pace;

  /**
   * How long lists are current.
   *
   * @param life from one list to its nextUpdate, at most 31 days
   * @param every how long before there is another; shorter than life
   */
  public record Pace(Duration life, Duration every) {
    /** A week, and another every day, as SET 1.0 distributes them. */
    public static final Pace USUAL = new Pace(Duration.ofDays(7), Duration.ofDays(1));

    /** Refuses lists that would end before the next is there. */
    public Pace {
      if (every.compareTo(life) >= 0) throw new IllegalArgumentException("lists end too early");
    }
  }

  /** An office for all lists of {@code authorities}. */
  public ListOffice(
      Authorities authorities, Transactions transactions, InstantSource clock, Pace pace) {
    this.authorities = authorities;
    this.transactions = transactions;
    this.clock = clock;
    this.pace = pace;
  }

  /** What is current now, of all authorities. */
  public TrustBundle published() {
    return transactions.inTransaction(this::published);
  }

  private TrustBundle published(Tx tx) {
    List<BrandCrlIdentifier> identifiers = new ArrayList<>();
    // Identifiers first: whatever CRL one names was stored before it.
    for (BrandAuthorities brand : authorities.brands()) {
      newestIdentifier(tx, brand).ifPresent(identifiers::add);
    }
    List<CertificateList> crls = new ArrayList<>();
    for (CertificationAuthority authority : authorities.all()) {
      newestCrl(tx, authority).ifPresent(crls::add);
    }
    // The root goes along for whoever knows it by its digest alone, as a wallet in a browser does.
    List<Certificate> certificates = new ArrayList<>();
    certificates.add(authorities.root().certificate());
    certificates.addAll(authorities.certificates());
    return new TrustBundle(certificates, crls, identifiers);
  }

  /** Publishes what is due; true where anything was. */
  public boolean renewDue() {
    boolean renewed = due(crl(authorities.root()), CertificateList::nextUpdate);
    if (renewed) renewCrl(authorities.root());
    for (BrandAuthorities brand : authorities.brands()) renewed |= renewDue(brand);
    return renewed;
  }

  private boolean renewDue(BrandAuthorities brand) {
    boolean due = due(identifier(brand), BrandCrlIdentifier::notAfter);
    for (CertificationAuthority authority : brand.all()) {
      due |= due(crl(authority), CertificateList::nextUpdate);
    }
    if (due) brand.all().forEach(this::renewCrl);
    // An identifier that does not name the newest CRLs is left from a death in between.
    if (due || !namesNewest(brand)) {
      renewIdentifier(brand);
      due = true;
    }
    return due;
  }

  /** Publishes at once what {@code authority} revoked. */
  public void renew(CertificationAuthority authority) {
    renewCrl(authority);
    authorities.brand(authority.brand()).ifPresent(this::renewIdentifier);
  }

  private <T> boolean due(Optional<T> list, Function<T, Instant> end) {
    Duration left = pace.life().minus(pace.every());
    Instant now = clock.instant();
    return list.map(end).map(until -> until.isBefore(now.plus(left))).orElse(true);
  }

  private boolean namesNewest(BrandAuthorities brand) {
    Optional<BrandCrlIdentifier> identifier = identifier(brand);
    return brand.all().stream()
        .map(authority -> BrandCrlIdentifier.CrlIdentifier.of(crl(authority).orElseThrow()))
        .allMatch(name -> identifier.filter(i -> i.crls().contains(name)).isPresent());
  }

  private void renewCrl(CertificationAuthority authority) {
    Numbered<CrlProfile> next =
        number(
            authority,
            Kind.CRL,
            (tx, at) ->
                new CrlProfile(
                    authority.certificate(),
                    BigInteger.valueOf(at.number().number()),
                    at.now(),
                    at.now().plus(pace.life()),
                    Certificates.in(tx).revoked(IssuerKey.of(authority.certificate()), at.now())));
    CertificateList crl = sign(next.profile().draft(), authority);
    transactions.perform(tx -> PublishedLists.in(tx).store(next.number(), crl.der()));
    LOG.info("published {} of {}", crl, authority.type());
  }

  private void renewIdentifier(BrandAuthorities brand) {
    Numbered<BrandCrlProfile> next =
        number(
            brand.brand(),
            Kind.BCI,
            (tx, at) ->
                new BrandCrlProfile(
                    brand.brand().certificate(),
                    BigInteger.valueOf(at.number().number()),
                    at.now(),
                    at.now().plus(pace.life()),
                    brand.all().stream()
                        .flatMap(authority -> newestCrl(tx, authority).stream())
                        .map(BrandCrlIdentifier.CrlIdentifier::of)
                        .toList()));
    BrandCrlIdentifier identifier = sign(next.profile().draft(), brand.brand());
    transactions.perform(tx -> PublishedLists.in(tx).store(next.number(), identifier.der()));
    LOG.info("published {}", identifier);
  }

  /** A number given out, and when. */
  private record At(PublishedLists.Number number, Instant now) {}

  private record Numbered<T>(PublishedLists.Number number, T profile) {}

  private <T> Numbered<T> number(
      CertificationAuthority authority, Kind kind, BiFunction<Tx, At, T> profile) {
    IssuerKey key = IssuerKey.of(authority.certificate());
    return transactions.inTransaction(
        tx -> {
          Instant now =
              SigningClock.advance(tx, key, clock)
                  .orElseThrow(() -> new ClockWentBack(authority));
          PublishedLists.Number number =
              PublishedLists.in(tx).next(key, kind, now.plus(pace.life()));
          return new Numbered<>(number, profile.apply(tx, new At(number, now)));
        });
  }

  private static <T> T sign(Draft<T> draft, CertificationAuthority authority) {
    try {
      return draft.lint().sign(authority.issuing().signer());
    } catch (LintRefusal e) {
      throw new IllegalStateException("a list of ours breaks a rule", e);
    }
  }

  private Optional<CertificateList> crl(CertificationAuthority authority) {
    return transactions.inTransaction(tx -> newestCrl(tx, authority));
  }

  private Optional<BrandCrlIdentifier> identifier(BrandAuthorities brand) {
    return transactions.inTransaction(tx -> newestIdentifier(tx, brand));
  }

  private static Optional<CertificateList> newestCrl(Tx tx, CertificationAuthority authority) {
    return newest(tx, authority, Kind.CRL).map(der -> CertificateList.of(der.bytes()));
  }

  private static Optional<BrandCrlIdentifier> newestIdentifier(Tx tx, BrandAuthorities brand) {
    return newest(tx, brand.brand(), Kind.BCI).map(der -> BrandCrlIdentifier.of(der.bytes()));
  }

  private static Optional<Der> newest(Tx tx, CertificationAuthority authority, Kind kind) {
    return PublishedLists.in(tx).newest(IssuerKey.of(authority.certificate()), kind);
  }

  /** The clock stands before the last signature of a key, so it signs nothing (R13). */
  public static final class ClockWentBack extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ClockWentBack(CertificationAuthority authority) {
      super("the clock stands before the last signature of " + authority);
    }
  }
}
