package openset.issuer.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.registration.AnswerRules;
import openset.issuer.registration.CardFacts;
import openset.issuer.registration.RegistrationForm;
import openset.issuer.registration.RegistrationForms;
import openset.issuer.registration.Rejection;
import openset.issuer.registration.Verdict;
import openset.issuer.registration.VerificationId;
import openset.issuer.registration.VerificationRequest;
import openset.issuer.store.Card;
import openset.issuer.store.CardKey;
import openset.issuer.store.Cards;
import openset.issuer.store.ContentHash;
import openset.issuer.store.Revocations;
import openset.issuer.store.Verifications;
import openset.issuer.store.Verifications.Attempt;
import openset.issuer.store.Verifications.State;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The issuer as registration authority of its cards: shows forms and gives verdicts. */
public final class RegistrationDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RegistrationDesk.class);
  private static final int FAILURES_MOST = 3;
  private static final int PENDING_MOST = 100;

  private final Means means;
  private final RegistrationForms forms;
  private final String country;

  /** The desk with those forms, of an issuer in that ISO 3166 alpha-2 country. */
  public RegistrationDesk(Means means, RegistrationForms forms, String country) {
    this.means = means;
    this.forms = forms;
    this.country = country;
  }

  /** The form for a card of that BIN; none when the BIN is another issuer's. */
  public Optional<RegistrationForm> form(Bin bin, String language) {
    return forms.form(bin, language);
  }

  /**
   * Whether the answers are the holder's. The third failure in a row locks the card, whether it
   * exists or not; an id already used for other content is rejected and changes nothing.
   */
  public Verdict verify(VerificationRequest request) {
    Instant now = means.clock().instant();
    return means.transactions().inTransaction(tx -> verify(tx, request, now));
  }

  /** The verdict on an attempt as it stands; rejected when there is no such attempt. */
  public Verdict inquire(VerificationId id) {
    return means.transactions().inTransaction(tx -> stands(tx, id));
  }

  /**
   * A reviewer's word on a pending attempt. What was decided before stays.
   *
   * @param reviewer who decides, for the audit
   * @return the verdict as it then stands
   */
  public Verdict decide(VerificationId id, boolean accept, String reviewer) {
    Instant now = means.clock().instant();
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Verifications verifications = new Verifications(tx);
              Optional<Attempt> attempt = verifications.lock(id);
              if (attempt.isPresent() && attempt.get().state() == State.PENDING) {
                State state = accept ? State.ACCEPTED : State.REJECTED;
                verifications.decide(id, state, reviewer, now);
                LOG.info("registration {}: {} by a reviewer", id, state);
              }
              return stands(tx, id);
            });
  }

  /** The attempts that wait for a reviewer, oldest first, at most a hundred. */
  public List<VerificationId> pending() {
    return means
        .transactions()
        .inTransaction(tx -> new Verifications(tx).pending(PENDING_MOST));
  }

  /** Lifts the lock of an account's card; false when there is no such account. */
  public boolean unlock(AccountId account) {
    return means
        .transactions()
        .inTransaction(
            tx -> {
              Optional<CardKey> key = cards(tx).keyOf(account);
              Verifications verifications = new Verifications(tx);
              key.ifPresent(verifications::lockFailures);
              key.ifPresent(card -> verifications.failures(card, 0));
              return key.isPresent();
            });
  }

  private Verdict verify(Tx tx, VerificationRequest request, Instant now) {
    ContentHash content = means.secrets().contentHash(written(request));
    CardKey key = means.secrets().key(request.number());
    Verifications verifications = new Verifications(tx);
    // Locked before all else: guesses for one card come one after the other.
    int failures = verifications.lockFailures(key);
    Optional<Attempt> before = verifications.find(request.id());
    if (before.isPresent()) {
      return again(tx, before.get(), content);
    }
    // Held: a card that is lost meanwhile has this attempt among those that are revoked.
    Optional<Card> card = cards(tx).lock(key);
    Set<Rejection> broken = broken(tx, request, card, now);
    State state = state(failures, broken, card);
    Attempt attempt = new Attempt(request.id(), key, content, state, broken);
    verifications.add(attempt, now);
    if (state != State.LOCKED) {
      verifications.failures(key, state == State.REJECTED ? failures + 1 : 0);
    }
    LOG.info("registration {} card {}: {} {}", request.id(), request.number(), state, broken);
    return verdict(tx, attempt);
  }

  private Set<Rejection> broken(
      Tx tx, VerificationRequest request, Optional<Card> card, Instant now) {
    Optional<CardFacts> facts =
        card.map(found -> new CardFacts(cards(tx).holder(found), found.expiry(), found.status()));
    return AnswerRules.broken(request, forms.shown(request.formId()), facts, Means.day(now));
  }

  private static State state(int failures, Set<Rejection> broken, Optional<Card> card) {
    if (failures >= FAILURES_MOST) {
      return State.LOCKED;
    }
    if (!broken.isEmpty()) {
      return State.REJECTED;
    }
    return card.orElseThrow().review() ? State.PENDING : State.ACCEPTED;
  }

  private Verdict again(Tx tx, Attempt before, ContentHash content) {
    if (before.content().equals(content)) {
      return verdict(tx, before);
    }
    LOG.warn("registration {}: the id came again with other content", before.id());
    return new Verdict.Rejected();
  }

  private Verdict stands(Tx tx, VerificationId id) {
    return new Verifications(tx)
        .find(id)
        .map(attempt -> verdict(tx, attempt))
        .orElseGet(Verdict.Rejected::new);
  }

  private Verdict verdict(Tx tx, Attempt attempt) {
    return switch (attempt.state()) {
      case REJECTED -> new Verdict.Rejected();
      case LOCKED -> new Verdict.Locked();
      case PENDING -> new Verdict.Pending(attempt.id());
      case ACCEPTED -> accepted(tx, attempt);
    };
  }

  private Verdict accepted(Tx tx, Attempt attempt) {
    // CRL-13: who asks again late gets no certificate that would have to be revoked at once.
    if (new Revocations(tx).find(attempt.id()).isPresent()) return new Verdict.Rejected();
    Card card = cards(tx).find(attempt.card()).orElseThrow();
    return new Verdict.Accepted(cards(tx).holder(card).name(), card.expiry(), country);
  }

  private Cards cards(Tx tx) {
    return new Cards(tx, means.secrets());
  }

  private static byte[] written(VerificationRequest request) {
    Written all =
        new Written()
            .add(request.formId())
            .add(request.number().digits())
            .add(request.expiry().text());
    new TreeMap<>(request.answers()).forEach((key, answer) -> all.add(key).add(answer));
    return all.octets();
  }
}
