package openset.issuer.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import openset.issuer.decision.BackTest;
import openset.issuer.decision.Rule;
import openset.issuer.decision.RuleBroken;
import openset.issuer.decision.RuleSet;
import openset.issuer.decision.Spending;
import openset.issuer.store.CardKey;
import openset.issuer.store.RuleSets;
import openset.issuer.store.RuleSets.Signed;
import openset.issuer.store.RuleSets.State;
import openset.issuer.store.RuleSets.Version;
import openset.issuer.store.Spendings;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of spending: drafted, tried on the past, then promoted. Every version is kept, and an
 * authorization that was declined names the version that did it.
 */
public final class RuleDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RuleDesk.class);

  private final Means means;
  private final AtomicReference<RuleSet> known = new AtomicReference<>(RuleSet.NONE);

  /** The desk. */
  public RuleDesk(Means means) {
    this.means = means;
  }

  /** Why a version is not promoted. */
  public enum Promotion {
    /** It decides from now on. */
    PROMOTED,
    /** There is no such version. */
    UNKNOWN,
    /** It was never tried on the past. */
    NOT_TESTED
  }

  /**
   * Drafts rules; they decide nothing yet.
   *
   * @param note what they are for
   * @param by who does it, for the audit
   * @return the version
   */
  public int draft(List<Rule> rules, String note, String by) {
    RuleSet checked = new RuleSet(0, rules);
    Signed made = new Signed(by, means.clock().instant());
    return means
        .transactions()
        .inTransaction(tx -> new RuleSets(tx).add(checked.rules(), note, made));
  }

  /**
   * Tries a version on what was approved in the past.
   *
   * @param from of this time and later
   * @param until before that time
   * @return none without such a version
   */
  public Optional<BackTest.Report> backTest(int version, Instant from, Instant until) {
    Instant now = means.clock().instant();
    return means
        .transactions()
        .inTransaction(
            tx -> new RuleSets(tx).find(version).map(set -> tried(tx, set, from, until, now)));
  }

  /**
   * Lets a version decide from now on, instead of the one that does. One that decided before may
   * come back.
   *
   * @param by who does it, for the audit
   */
  public Promotion promote(int version, String by) {
    Signed promoted = new Signed(by, means.clock().instant());
    return means.transactions().inTransaction(tx -> promote(tx, version, promoted));
  }

  /** All versions, the newest first. */
  public List<Version> versions() {
    return means.transactions().inTransaction(tx -> new RuleSets(tx).versions());
  }

  /** The rules of a version; none without such a version. */
  public Optional<RuleSet> rules(int version) {
    return means.transactions().inTransaction(tx -> new RuleSets(tx).find(version));
  }

  /**
   * Says where an acquirer is.
   *
   * @param country ISO 3166 alpha-2
   */
  public void place(String acquirer, String country) {
    if (!country.matches("[A-Z]{2}")) throw new IllegalArgumentException("no country");
    means.transactions().perform(tx -> new RuleSets(tx).country(acquirer, country));
  }

  /** The first active rule that a purchase of a card breaks. */
  Optional<RuleBroken> broken(Tx tx, CardKey card, Spending spending) {
    RuleSet rules = active(tx);
    if (rules.rules().isEmpty()) return Optional.empty();
    Instant since = spending.at().minus(rules.window());
    return rules.broken(spending, new Spendings(tx).recent(card, since));
  }

  /** A version never changes, so it is read once. */
  private RuleSet active(Tx tx) {
    RuleSets sets = new RuleSets(tx);
    OptionalInt version = sets.active();
    if (version.isEmpty()) return RuleSet.NONE;
    RuleSet last = known.get();
    if (last.version() == version.getAsInt()) return last;
    RuleSet read = sets.find(version.getAsInt()).orElseThrow();
    known.set(read);
    return read;
  }

  private static BackTest.Report tried(
      Tx tx, RuleSet rules, Instant from, Instant until, Instant now) {
    BackTest test = new BackTest(rules);
    new Spendings(tx).tell(from, until, test::next);
    new RuleSets(tx).tested(rules.version(), now);
    return test.report();
  }

  private static Promotion promote(Tx tx, int version, Signed promoted) {
    RuleSets sets = new RuleSets(tx);
    Optional<Version> found = sets.lock(version);
    if (found.isEmpty()) return Promotion.UNKNOWN;
    if (!sets.isTested(version)) return Promotion.NOT_TESTED;
    if (found.get().state() != State.ACTIVE) {
      sets.promote(version, promoted);
      LOG.info("rules of spending: version {} decides", version);
    }
    return Promotion.PROMOTED;
  }
}
