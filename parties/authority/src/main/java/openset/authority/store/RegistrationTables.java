package openset.authority.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import openset.authority.registration.Applicant;
import openset.authority.registration.DraftCertificate;
import openset.authority.registration.Facts;
import openset.authority.registration.Registration;
import openset.authority.store.Certificates.Draft;
import openset.authority.store.Certificates.Name;
import openset.authority.world.IssuerKey;
import openset.conduct.Input;
import openset.conduct.Records;
import openset.set.data.registration.PublicKeySorE;
import openset.set.treatment.Wanted;
import openset.set.treatment.authority.Standing;
import openset.store.ConversationKey;
import openset.store.Tx;

/**
 * What steps of a registration read and write in the plain tables: keys that are certified, what
 * will be signed, and what people see.
 *
 * @param clock dates the rows
 */
public record RegistrationTables(InstantSource clock) implements Records<Registration, Facts> {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  @Override
  public Facts facts(Tx tx, ConversationKey key, Optional<Registration> state, Input input) {
    boolean certified =
        input instanceof Input.HostAnswered
            && state.orElse(null) instanceof Registration.BankAsked asked
            && certified(tx, asked.applicant().keys());
    int rejections =
        input instanceof Input.Received received ? rejections(tx, received.peer().name()) : 0;
    return new Facts(certified, rejections);
  }

  private static boolean certified(Tx tx, PublicKeySorE keys) {
    // In one order, so that two requests with the same keys wait for one another.
    return Stream.of(keys.publicKeyS(), keys.publicKeyE())
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(spki -> IssuerKey.of(spki).toString()))
        .map(spki -> Certificates.in(tx).certified(spki))
        .reduce(false, Boolean::logicalOr);
  }

  private int rejections(Tx tx, String peer) {
    return tx.handle()
        .createQuery(
            """
            select count(*) from registration
            where peer = :peer and standing = 'rejected' and at > :since
            """)
        .bind("peer", peer)
        .bind("since", Certificates.at(clock.instant().minus(REMEMBERED)))
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public void keep(Tx tx, ConversationKey key, Facts facts, Registration next) {
    if (next instanceof Registration.Signing signing) {
      for (DraftCertificate draft : signing.drafts()) write(tx, draft);
    }
    row(next).ifPresent(row -> keep(tx, key, row));
  }

  private void write(Tx tx, DraftCertificate draft) {
    IssuerKey issuer = IssuerKey.of(draft.issuer());
    Certificates certificates = Certificates.in(tx);
    if (certificates.find(new Name(issuer, draft.serialNumber())).isPresent()) return;
    certificates.write(
        new Draft(
            issuer, draft.serialNumber(), draft.key(), draft.notAfter(), draft.toBeSigned()),
        clock.instant());
  }

  private void keep(Tx tx, ConversationKey key, Row row) {
    Instant now = clock.instant();
    tx.handle()
        .createUpdate(
            """
            insert into registration (registration, registrant, brand, peer, standing, at, bank,
              attempt)
            values (:key, :registrant, :brand, :peer, :standing, :at, :bank, :attempt)
            on conflict (registration) do update set
              standing = excluded.standing, at = excluded.at,
              bank = coalesce(excluded.bank, registration.bank),
              attempt = coalesce(excluded.attempt, registration.attempt),
              peer = case when excluded.peer = '' then registration.peer else excluded.peer end
            """)
        .bind("key", key.bytes())
        .bind("registrant", row.registrant())
        .bind("brand", row.brand())
        .bind("peer", row.peer())
        .bind("standing", row.standing())
        .bind("at", Certificates.at(now))
        .bind("bank", row.asked().map(Asked::bin).orElse(null))
        .bind("attempt", row.asked().map(Asked::attempt).orElse(null))
        .execute();
  }

  /** Which bank was asked, by its BIN, and under which name. */
  private record Asked(String bin, String attempt) {}

  private record Row(
      String registrant, String brand, String peer, String standing, Optional<Asked> asked) {
    static Row of(Standing standing, String peer, String word) {
      return of(standing, peer, word, Optional.empty());
    }

    static Row of(Applicant applicant, String word) {
      Standing standing = applicant.standing();
      Asked asked = new Asked(applicant.bin(), Registration.attempt(standing.lidCA()));
      return of(standing, applicant.peer(), word, Optional.of(asked));
    }

    private static Row of(Standing standing, String peer, String word, Optional<Asked> asked) {
      return new Row(
          Wanted.of(standing.requestType()).who().name(),
          standing.brandID().name(),
          peer,
          word,
          asked);
    }
  }

  /** The registration that a bank was asked about under that name. */
  public static Optional<ConversationKey> named(Tx tx, String bin, String attempt) {
    return tx.handle()
        .createQuery(
            "select registration from registration where attempt = :attempt and bank = :bank")
        .bind("attempt", attempt)
        .bind("bank", bin)
        .map((row, context) -> ConversationKey.of(row.getBytes(1)))
        .findOne();
  }

  private static Optional<Row> row(Registration state) {
    return switch (state) {
      case Registration.Begun _, Registration.FormAsked _, Registration.FormShown _ ->
          Optional.empty();
      case Registration.BankAsked asked -> Optional.of(Row.of(asked.applicant(), "asked"));
      case Registration.Pended(var applicant) -> Optional.of(Row.of(applicant, "pended"));
      case Registration.Signing signing ->
          Optional.of(Row.of(signing.standing(), signing.peer(), "signing"));
      case Registration.Certified certified ->
          Optional.of(Row.of(certified.standing(), "", "certified"));
      case Registration.Rejected rejected ->
          Optional.of(Row.of(rejected.standing(), rejected.peer(), "rejected"));
    };
  }
}
