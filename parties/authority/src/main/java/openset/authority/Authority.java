package openset.authority;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import openset.authority.office.Adoption;
import openset.authority.office.ListOffice;
import openset.authority.office.SigningRoom;
import openset.authority.registration.Banks;
import openset.authority.registration.Facts;
import openset.authority.registration.Registration;
import openset.authority.registration.RegistrationDesk;
import openset.authority.registration.Rules;
import openset.authority.store.Certificates;
import openset.authority.store.Certificates.Name;
import openset.authority.store.RegistrationTables;
import openset.authority.world.Authorities;
import openset.authority.world.CertificationAuthority;
import openset.authority.world.IssuerKey;
import openset.conduct.ConductLimits;
import openset.conduct.Conductor;
import openset.conduct.Doors;
import openset.conduct.Hosts;
import openset.conduct.Peer;
import openset.conduct.Peers;
import openset.crypto.Randomness;
import openset.crypto.Vault;
import openset.pki.Certificate;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.Untrusted;
import openset.pki.issue.RevocationReason;
import openset.set.data.LocalID;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.store.ConversationKey;
import openset.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All certification authorities of a world, running. Answers registrations, publishes CRLs and CRL
 * identifiers, revokes. Safe to kill at any moment and start again; the database is the caller's.
 */
public final class Authority implements AutoCloseable {
  /** Where the authority's tables are made. */
  public static final String MIGRATIONS = "openset/authority/migrations";

  private static final Logger LOG = LoggerFactory.getLogger(Authority.class);
  private static final Duration LOOK = Duration.ofSeconds(20);

  private final Setup setup;
  private final Given given;
  private final ListOffice lists;
  private final AtomicReference<Published> published = new AtomicReference<>();
  private final Conductor<Registration, Facts> conductor;
  private final ScheduledExecutorService calendar =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("lists").factory());

  /**
   * How the authorities work.
   *
   * @param name names them in journal and log
   * @param banks whom they ask
   * @param pace how often lists are published
   * @param policy what they accept beyond what SET fixes
   */
  public record Setup(
      String name,
      Banks banks,
      Rules rules,
      ListOffice.Pace pace,
      Policy policy,
      ConductLimits limits) {}

  /**
   * What they are given.
   *
   * @param authorities their keys
   * @param banks the way to the banks
   */
  public record Given(
      Authorities authorities,
      Database database,
      Vault vault,
      Hosts banks,
      InstantSource clock,
      Randomness randomness) {}

  /** What is published, and the trust made of it. */
  private record Published(TrustBundle bundle, Trust trust) {}

  private Authority(Setup setup, Given given) {
    this.setup = setup;
    this.given = given;
    this.lists =
        new ListOffice(
            given.authorities(), given.database().transactions(), given.clock(), setup.pace());
    SigningRoom signing =
        new SigningRoom(
            given.authorities(), given.database().transactions(), given.clock());
    Hosts hosts =
        (host, request) ->
            host.equals(RegistrationDesk.SIGNING_ROOM)
                ? signing.ask(request)
                : given.banks().ask(host, request);
    Peers nobody = (to, wrapper) -> new Peers.Reply.Nothing("an authority asks no SET party");
    this.conductor =
        new Conductor<>(
            new Conductor.House<>(
                setup.name(),
                new RegistrationDesk(given.authorities(), setup.banks(), setup.rules()),
                new RegistrationTables(given.clock()),
                given.database(),
                this::means,
                new Conductor.Outside(
                    new Doors(nobody, hosts, given.vault()), given.clock(), setup.limits())));
  }

  /**
   * Takes over what the ceremony signed, publishes what is due, and takes up what a crash left
   * undone.
   *
   * @throws ListOffice.ClockWentBack where the clock stands before the last signature
   */
  public static Authority start(Setup setup, Given given) {
    Authority authority = new Authority(setup, given);
    Adoption adoption = new Adoption(given.authorities(), given.clock().instant());
    given.database().transactions().perform(adoption::into);
    authority.publishDue();
    authority.conductor.start();
    authority.calendar.scheduleWithFixedDelay(
        authority::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    return authority;
  }

  /** Answers one SET message: wrapper in, wrapper out. */
  public byte[] receive(Peer peer, byte[] wrapper) {
    return conductor.receive(peer, wrapper);
  }

  /** The authorities it runs. */
  public Authorities authorities() {
    return given.authorities();
  }

  /** What is current now: certificates of all authorities, CRLs, CRL identifiers. */
  public TrustBundle trust() {
    return published.get().bundle();
  }

  /** Publishes the lists that are due now, and looks what other nodes published. */
  public synchronized void publishDue() {
    lists.renewDue();
    refresh();
  }

  /**
   * Revokes a certificate of any authority, and publishes that at once.
   *
   * @return false where {@code certificate} was not issued here, or is revoked already
   */
  public boolean revoke(Certificate certificate, RevocationReason reason) {
    return issuer(certificate)
        .map(issuer -> revoke(issuer, certificate.serialNumber(), reason))
        .orElse(false);
  }

  /** Revokes the certificate of that number that {@code issuer} issued. */
  public synchronized boolean revoke(
      CertificationAuthority issuer, BigInteger serial, RevocationReason reason) {
    Name name = new Name(IssuerKey.of(issuer.certificate()), serial);
    boolean revoked =
        given
            .database()
            .transactions()
            .inTransaction(
                tx -> Certificates.in(tx).revoke(name, reason, given.clock().instant()));
    // Also where it was revoked before: that one may have died before it was published.
    lists.renew(issuer);
    refresh();
    return revoked;
  }

  /** What came of a bank's wish to revoke. */
  public enum BankRevocation {
    /** There is no such certificate of a customer of the bank. */
    NOT_THE_BANKS,
    /** It is not decided yet whether there will be one. */
    UNDER_WAY,
    /** It was revoked before. */
    ALREADY,
    /** It is revoked, and the list that says so is published. */
    DONE
  }

  /**
   * A bank revokes a certificate of one of its cardholders, or of its merchants and gateways.
   *
   * @param bin the bank's
   */
  public BankRevocation revokeFor(String bin, BigInteger serial, RevocationReason reason) {
    // CRL-10: a bank revokes what names it, and nothing else.
    Optional<CertificationAuthority> issuer =
        setup.banks().of(bin).flatMap(bank -> issuerOf(bank, serial));
    if (issuer.isEmpty()) return BankRevocation.NOT_THE_BANKS;
    boolean now = revoke(issuer.get(), serial, reason);
    LOG.info("bank {} revokes certificate {}: {}", bin, serial.toString(16), reason);
    return now ? BankRevocation.DONE : BankRevocation.ALREADY;
  }

  /**
   * A bank revokes what came of a registration on which it was asked.
   *
   * @param bin the bank's
   * @param attempt by which name it was asked
   */
  public BankRevocation revokeFor(String bin, String attempt, RevocationReason reason) {
    // CRL-12: a bank revokes what it was asked about, and nothing else.
    Optional<Registration> found =
        given
            .database()
            .transactions()
            .inTransaction(tx -> RegistrationTables.named(tx, bin, attempt))
            .flatMap(conductor::state);
    return switch (found.orElse(null)) {
      case Registration.Certified certified -> revokeAll(bin, certified.certificates(), reason);
      case Registration.BankAsked _, Registration.Signing _ -> BankRevocation.UNDER_WAY;
      // Whoever asks again about what is pended is told what the bank says then.
      case null, default -> BankRevocation.NOT_THE_BANKS;
    };
  }

  private BankRevocation revokeAll(
      String bin, List<Certificate> certificates, RevocationReason reason) {
    BankRevocation done = BankRevocation.NOT_THE_BANKS;
    for (Certificate certificate : certificates) {
      BankRevocation one = revokeFor(bin, certificate.serialNumber(), reason);
      if (one.compareTo(done) > 0) done = one;
    }
    return done;
  }

  /** Who issued the certificate of this number to a customer of the bank. */
  private Optional<CertificationAuthority> issuerOf(Banks.Bank bank, BigInteger serial) {
    return given.database().transactions().inTransaction(tx ->
        given.authorities().all().stream()
            .filter(one -> one.signing().isPresent())
            .filter(
                one ->
                    Certificates.in(tx)
                        .find(new Name(IssuerKey.of(one.certificate()), serial))
                        .flatMap(Certificates.Written::certificate)
                        .filter(certificate -> !certificate.basicConstraints().authority())
                        .filter(certificate -> bank.certified(certificate))
                        .isPresent())
            .findFirst());
  }

  /** Certificates that were written down to be signed, and are not signed yet. */
  public List<Name> unsigned() {
    return given.database().transactions().inTransaction(tx -> Certificates.in(tx).unsigned());
  }

  /** Where a registration stands, by the end entity's label of it. */
  public Optional<Registration> registration(LocalID lidEE) {
    return conductor.state(ConversationKey.of(lidEE.octets().bytes()));
  }

  private Optional<CertificationAuthority> issuer(Certificate certificate) {
    return given.authorities().all().stream()
        .filter(authority -> authority.certificate().subject().equals(certificate.issuer()))
        .findFirst();
  }

  private void refresh() {
    TrustBundle bundle = lists.published();
    try {
      Trust root = Trust.in(List.of(given.authorities().root().certificate()));
      published.set(new Published(bundle, bundle.heldBy(root, given.clock().instant())));
    } catch (Untrusted e) {
      throw new IllegalStateException("what we publish cannot be trusted: " + e.rule(), e);
    }
  }

  private void look() {
    try {
      publishDue();
    } catch (RuntimeException e) {
      LOG.error("publishing failed; it is tried again", e);
    }
  }

  private Means means() {
    return new Means(
        given.clock().instant(),
        given.randomness(),
        published.get().trust(),
        given.authorities().keyring(),
        setup.policy());
  }

  @Override
  public void close() {
    calendar.shutdownNow();
    conductor.close();
  }
}
