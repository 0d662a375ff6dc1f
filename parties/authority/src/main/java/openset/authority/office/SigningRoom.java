package openset.authority.office;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.authority.signing.SignAnswer;
import openset.authority.signing.SignRequest;
import openset.authority.store.Certificates;
import openset.authority.store.Certificates.Name;
import openset.authority.store.Certificates.Written;
import openset.authority.world.IssuerKey;
import openset.authority.store.SigningClock;
import openset.authority.world.Authorities;
import openset.authority.world.CertificationAuthority;
import openset.conduct.Peers.Reply;
import openset.pki.Certificate;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.LintRefusal;
import openset.store.Transactions;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs certificates, each as it was written down and committed before, and stores the signature
 * in the transaction in which it was made. Asked again it gives what it signed; so after a death at
 * any moment each certificate is stored, or will be by who asks again (R07).
 */
public record SigningRoom(
    Authorities authorities, Transactions transactions, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(SigningRoom.class);

  /** Answers a {@link SignRequest}; nothing while the clock stands before the last signature. */
  public Reply ask(Der request) {
    List<Certificate> signed = new ArrayList<>();
    for (SignRequest.DraftName draft : SignRequest.TYPE.decode(request.bytes()).drafts()) {
      Name name =
          new Name(
              new IssuerKey(draft.issuer()), new BigInteger(1, draft.serial().bytes()));
      Outcome outcome = transactions.inTransaction(tx -> sign(tx, name));
      switch (outcome) {
        case Outcome.Signed(Certificate certificate) -> signed.add(certificate);
        case Outcome.ClockBack _ -> {
          LOG.error("not signed: the clock stands before the last signature");
          return new Reply.Nothing("the clock went back");
        }
        case Outcome.Revoked _ -> {
          return answer(List.of());
        }
      }
    }
    return answer(signed);
  }

  private sealed interface Outcome {
    record Signed(Certificate certificate) implements Outcome {}

    record ClockBack() implements Outcome {}

    record Revoked() implements Outcome {}
  }

  private Outcome sign(Tx tx, Name name) {
    Written written =
        Certificates.in(tx)
            .find(name)
            .orElseThrow(() -> new IllegalStateException("nothing was written down"));
    if (written.certificate().isPresent()) return new Outcome.Signed(written.certificate().get());
    if (written.revokedAt().isPresent()) return new Outcome.Revoked();
    if (SigningClock.advance(tx, name.issuer(), clock).isEmpty()) return new Outcome.ClockBack();
    Certificate certificate = sign(issuer(name.issuer()), written.toBeSigned());
    Certificates.in(tx).store(name.issuer(), certificate);
    return new Outcome.Signed(certificate);
  }

  private static Certificate sign(CertificationAuthority issuer, Der toBeSigned) {
    try {
      return CertificateProfile.writtenDown(toBeSigned, issuer.certificate())
          .lint()
          .sign(issuer.issuing().signer());
    } catch (LintRefusal e) {
      throw new IllegalStateException("written down without being linted", e);
    }
  }

  private CertificationAuthority issuer(IssuerKey key) {
    Optional<CertificationAuthority> issuer =
        authorities.all().stream()
            .filter(authority -> IssuerKey.of(authority.certificate()).equals(key))
            .findFirst();
    return issuer.orElseThrow(() -> new IllegalStateException("a key that is not ours"));
  }

  private static Reply answer(List<Certificate> certificates) {
    return new Reply.Bytes(Der.of(SignAnswer.TYPE.encode(new SignAnswer(certificates))));
  }
}
