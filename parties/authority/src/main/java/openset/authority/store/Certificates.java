package openset.authority.store;

import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.authority.world.IssuerKey;
import openset.pki.Certificate;
import openset.pki.issue.CrlProfile.Revocation;
import openset.pki.issue.RevocationReason;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;

/** Certificates from before they are signed, and the keys that were certified. */
public final class Certificates {
  private final Handle handle;

  private Certificates(Handle handle) {
    this.handle = handle;
  }

  /** The certificates in a transaction. */
  public static Certificates in(Tx tx) {
    return new Certificates(tx.handle());
  }

  /**
   * What will be signed.
   *
   * @param issuer with which key
   * @param key the SubjectPublicKeyInfo to be certified
   * @param toBeSigned the octets
   */
  public record Draft(
      IssuerKey issuer, BigInteger serial, Der key, Instant notAfter, Der toBeSigned) {}

  /**
   * What was written down.
   *
   * @param certificate once it is signed
   * @param revokedAt once it is revoked
   */
  public record Written(
      Der toBeSigned, Optional<Certificate> certificate, Optional<Instant> revokedAt) {}

  /** Names a certificate that was written down. */
  public record Name(IssuerKey issuer, BigInteger serial) {}

  /**
   * Holds off all others that ask about this key until the transaction ends, and tells whether a
   * certificate for it was ever written down.
   */
  public boolean certified(Der spki) {
    byte[] digest = IssuerKey.of(spki).bytes();
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(encode(:digest, 'hex'), 0))")
        .bind("digest", digest)
        .mapToMap()
        .list();
    return handle
        .createQuery("select exists (select from certified_key where digest = :digest)")
        .bind("digest", digest)
        .mapTo(Boolean.class)
        .one();
  }

  /** Writes down what will be signed, and that its key is certified now. */
  public void write(Draft draft, Instant now) {
    handle
        .createUpdate(
            """
            insert into certificate (issuer, serial, to_be_signed, not_after, written_at)
            values (:issuer, :serial, :toBeSigned, :notAfter, :now)
            """)
        .bind("issuer", draft.issuer().bytes())
        .bind("serial", draft.serial().toByteArray())
        .bind("toBeSigned", draft.toBeSigned().bytes())
        .bind("notAfter", at(draft.notAfter()))
        .bind("now", at(now))
        .execute();
    handle
        .createUpdate("insert into certified_key values (:digest, :issuer, :serial)")
        .bind("digest", IssuerKey.of(draft.key()).bytes())
        .bind("issuer", draft.issuer().bytes())
        .bind("serial", draft.serial().toByteArray())
        .execute();
  }

  /** Stores a certificate that was signed as it was written down; again changes nothing. */
  public void store(IssuerKey issuer, Certificate certificate) {
    int rows =
        handle
            .createUpdate(
                """
                update certificate set der = :der
                where issuer = :issuer and serial = :serial and to_be_signed = :toBeSigned
                  and (der is null or der = :der)
                """)
            .bind("der", certificate.der().bytes())
            .bind("issuer", issuer.bytes())
            .bind("serial", certificate.serialNumber().toByteArray())
            .bind("toBeSigned", certificate.tbs().bytes())
            .execute();
    if (rows != 1) throw new IllegalStateException("signed other than as it was written down");
  }

  /** What was written down of a certificate; held against other writers for this transaction. */
  public Optional<Written> find(Name name) {
    return handle
        .createQuery(
            """
            select to_be_signed, der, revoked_at from certificate
            where issuer = :issuer and serial = :serial for update
            """)
        .bind("issuer", name.issuer().bytes())
        .bind("serial", name.serial().toByteArray())
        .map(
            (row, context) ->
                new Written(
                    Der.of(row.getBytes(1)),
                    Optional.ofNullable(row.getBytes(2)).map(Certificate::of),
                    Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .findOne();
  }

  /** All that was written down and not signed, oldest first. */
  public List<Name> unsigned() {
    return handle
        .createQuery(
            "select issuer, serial from certificate where der is null order by written_at")
        .map(
            (row, context) ->
                new Name(
                    new IssuerKey(Der.of(row.getBytes(1))), new BigInteger(1, row.getBytes(2))))
        .list();
  }

  /** Revokes a certificate, signed or not; false where there is none or it is revoked already. */
  public boolean revoke(Name name, RevocationReason reason, Instant now) {
    return handle
            .createUpdate(
                """
                update certificate set revoked_at = :now, reason = :reason
                where issuer = :issuer and serial = :serial and revoked_at is null
                """)
            .bind("now", at(now))
            .bind("reason", reason.code())
            .bind("issuer", name.issuer().bytes())
            .bind("serial", name.serial().toByteArray())
            .execute()
        == 1;
  }

  /** Every certificate of an issuer that is revoked and not yet expired. */
  public List<Revocation> revoked(IssuerKey issuer, Instant now) {
    return handle
        .createQuery(
            """
            select serial, revoked_at, reason from certificate
            where issuer = :issuer and revoked_at is not null and not_after >= :now
            order by revoked_at, serial
            """)
        .bind("issuer", issuer.bytes())
        .bind("now", at(now))
        .map(
            (row, context) ->
                new Revocation(
                    new BigInteger(1, row.getBytes(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    reason(row.getInt(3))))
        .list();
  }

  private static RevocationReason reason(int code) {
    for (RevocationReason reason : RevocationReason.values()) {
      if (reason.code() == code) return reason;
    }
    throw new IllegalStateException("no reason for a revocation: " + code);
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
