package openset.issuer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import openset.issuer.decision.Condition;
import openset.issuer.decision.Rule;
import openset.issuer.decision.RuleSet;
import openset.issuer.decision.Series;
import openset.ledger.Money;
import openset.store.Conflict;
import openset.store.Tx;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The versions of the rules of spending, within one transaction. None is ever changed. */
public final class RuleSets {
  private final Handle handle;

  /** The versions as that transaction sees them. */
  public RuleSets(Tx tx) {
    this.handle = tx.handle();
  }

  /** Where a version stands. */
  public enum State {
    /** It decides nothing yet. */
    DRAFT,
    /** It decides. */
    ACTIVE,
    /** It decided once. */
    RETIRED
  }

  /**
   * A version as people see it.
   *
   * @param version its number
   * @param state where it stands
   * @param note what it is for
   * @param made by whom and when
   * @param promoted by whom and when; empty while it never decided
   */
  public record Version(
      int version, State state, String note, Signed made, Optional<Signed> promoted) {}

  /** Who did something, and when. */
  public record Signed(String by, Instant at) {}

  /** The version that decides; empty while there is none. */
  public OptionalInt active() {
    return handle
        .createQuery("select version from rule_set where state = 'ACTIVE'")
        .mapTo(Integer.class)
        .findOne()
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Adds the next version, as a draft. */
  public int add(List<Rule> rules, String note, Signed made) {
    int version =
        handle
            .createQuery("select coalesce(max(version), 0) + 1 from rule_set")
            .mapTo(Integer.class)
            .one();
    int added =
        handle.execute(
            "insert into rule_set (version, state, note, made_by, made)"
                + " values (?, 'DRAFT', ?, ?, ?) on conflict do nothing",
            version,
            note,
            made.by(),
            made.at().atOffset(ZoneOffset.UTC));
    if (added == 0) throw new Conflict("two drafts at once");
    for (int i = 0; i < rules.size(); i++) add(version, i + 1, rules.get(i));
    return version;
  }

  /** The rules of a version; none without such a version. */
  public Optional<RuleSet> find(int version) {
    if (version(version).isEmpty()) return Optional.empty();
    List<Rule> rules =
        handle
            .createQuery("select * from rule where version = :version order by place")
            .bind("version", version)
            .map((row, context) -> rule(row))
            .list();
    return Optional.of(new RuleSet(version, rules));
  }

  /** All versions, the newest first. */
  public List<Version> versions() {
    return handle
        .createQuery("select * from rule_set order by version desc")
        .map((row, context) -> version(row))
        .list();
  }

  /** A version that nobody else changes until this transaction ends. */
  public Optional<Version> lock(int version) {
    handle.execute("select pg_advisory_xact_lock(7353, 0)");
    return version(version);
  }

  /** Notes that a version was tried on the past. */
  public void tested(int version, Instant now) {
    handle.execute(
        "update rule_set set tested = ? where version = ?",
        now.atOffset(ZoneOffset.UTC),
        version);
  }

  /** Whether a version was tried on the past. */
  public boolean isTested(int version) {
    return handle
        .createQuery("select tested is not null from rule_set where version = :version")
        .bind("version", version)
        .mapTo(Boolean.class)
        .one();
  }

  /** Lets a version decide instead of the one that does. */
  public void promote(int version, Signed promoted) {
    handle.execute("update rule_set set state = 'RETIRED' where state = 'ACTIVE'");
    handle.execute(
        "update rule_set set state = 'ACTIVE', promoted_by = ?, promoted = ? where version = ?",
        promoted.by(),
        promoted.at().atOffset(ZoneOffset.UTC),
        version);
  }

  /** Where an acquirer is, ISO 3166 alpha-2, when the directory says. */
  public Optional<String> country(String acquirer) {
    return handle
        .createQuery("select country from acquirer_country where acquirer = :acquirer")
        .bind("acquirer", acquirer)
        .mapTo(String.class)
        .findOne();
  }

  /** Says where an acquirer is. */
  public void country(String acquirer, String country) {
    handle.execute(
        "insert into acquirer_country (acquirer, country) values (?, ?)"
            + " on conflict (acquirer) do update set country = excluded.country",
        acquirer,
        country);
  }

  private Optional<Version> version(int version) {
    return handle
        .createQuery("select * from rule_set where version = :version")
        .bind("version", version)
        .map((row, context) -> version(row))
        .findOne();
  }

  private void add(int version, int place, Rule rule) {
    Update insert =
        handle
            .createUpdate(
                """
                insert into rule (version, place, name, product, outcome, kind, most, currency,
                                  window_s, allowed, listed)
                values (:version, :place, :name, :product, :outcome, :kind, :most, :currency,
                        :window, :allowed, :listed)
                """)
            .bind("version", version)
            .bind("place", place)
            .bind("name", rule.name())
            .bind("product", rule.product().orElse(null))
            .bind("outcome", rule.outcome().name());
    Row row = Row.of(rule.condition());
    insert
        .bind("kind", row.kind())
        .bind("most", row.most())
        .bind("currency", row.currency())
        .bind("window", row.window())
        .bind("allowed", row.allowed())
        .bind("listed", row.listed())
        .execute();
  }

  /** A condition as its columns; what a kind has not is null. */
  private record Row(
      String kind, Long most, Integer currency, Long window, Boolean allowed, String listed) {
    static Row of(Condition condition) {
      return switch (condition) {
        case Condition.Ceiling(Money most) ->
            new Row("CEILING", most.minorUnits(), most.currency(), null, null, null);
        case Condition.Count(int most, Duration window) ->
            new Row("COUNT", (long) most, null, window.toSeconds(), null, null);
        case Condition.Sum(Money most, Duration window) ->
            new Row("SUM", most.minorUnits(), most.currency(), window.toSeconds(), null, null);
        case Condition.Categories(boolean allowed, Set<String> codes) ->
            new Row("CATEGORIES", null, null, null, allowed, joined(codes));
        case Condition.Countries(boolean allowed, Set<String> codes) ->
            new Row("COUNTRIES", null, null, null, allowed, joined(codes));
        case Condition.InSeries(boolean allowed, Set<Series> kinds) ->
            new Row(
                "SERIES",
                null,
                null,
                null,
                allowed,
                joined(kinds.stream().map(Series::name).collect(Collectors.toSet())));
      };
    }

    private static String joined(Set<String> codes) {
      return String.join(",", new TreeSet<>(codes));
    }
  }

  private static Rule rule(ResultSet row) throws SQLException {
    return new Rule(
        row.getString("name"),
        Optional.ofNullable(row.getString("product")),
        Rule.Outcome.valueOf(row.getString("outcome")),
        condition(row));
  }

  private static Condition condition(ResultSet row) throws SQLException {
    return switch (row.getString("kind")) {
      case "CEILING" -> new Condition.Ceiling(most(row));
      case "COUNT" -> new Condition.Count(row.getInt("most"), window(row));
      case "SUM" -> new Condition.Sum(most(row), window(row));
      case "CATEGORIES" -> new Condition.Categories(row.getBoolean("allowed"), listed(row));
      case "SERIES" ->
          new Condition.InSeries(
              row.getBoolean("allowed"),
              listed(row).stream().map(Series::valueOf).collect(Collectors.toSet()));
      default -> new Condition.Countries(row.getBoolean("allowed"), listed(row));
    };
  }

  private static Money most(ResultSet row) throws SQLException {
    return new Money(row.getInt("currency"), row.getLong("most"));
  }

  private static Duration window(ResultSet row) throws SQLException {
    return Duration.ofSeconds(row.getLong("window_s"));
  }

  private static Set<String> listed(ResultSet row) throws SQLException {
    return Set.of(row.getString("listed").split(","));
  }

  private static Version version(ResultSet row) throws SQLException {
    String by = row.getString("promoted_by");
    return new Version(
        row.getInt("version"),
        State.valueOf(row.getString("state")),
        row.getString("note"),
        new Signed(row.getString("made_by"), at(row, "made")),
        by == null ? Optional.empty() : Optional.of(new Signed(by, at(row, "promoted"))));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
