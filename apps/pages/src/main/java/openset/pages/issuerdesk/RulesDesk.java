package openset.pages.issuerdesk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.decision.BackTest;
import openset.issuer.decision.Condition;
import openset.issuer.decision.Rule;
import openset.issuer.desk.RuleDesk;
import openset.issuer.desk.RuleDesk.Promotion;
import openset.issuer.office.RecordsDesk;
import openset.issuer.records.Records.AccountRow;
import openset.issuer.store.RuleSets.State;
import openset.issuer.store.RuleSets.Version;
import openset.ledger.Money;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Filter;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Look;

/** Rules of spending: their versions, trials on the past, and which one decides. */
final class RulesDesk {
  static final String PATH = "/office/rules";

  private static final int DAYS = 30;
  private static final Listing<Version> VERSIONS =
      Listing.of(
          List.of(
              Column.of(
                  "version",
                  RuleWords.VERSION,
                  each ->
                      Cell.link(PATH + "/" + each.version(), String.valueOf(each.version()))),
              Column.of("state", IssuerWords.STATE, each -> RuleWords.state(each.state())),
              Column.of("note", RuleWords.NOTE, each -> Cell.text(each.note())),
              Column.of(
                  "made",
                  RuleWords.MADE,
                  each ->
                      new Cell.Moment(each.made().at()).over(Cell.text(each.made().by()))),
              Column.of(
                  "promoted",
                  RuleWords.PROMOTED,
                  each ->
                      each.promoted()
                          .map(by -> new Cell.Moment(by.at()).over(Cell.text(by.by())))
                          .orElse(Cell.NONE))));
  private static final Listing<Rule> RULES =
      Listing.of(
          List.of(
              Column.of("rule", RuleWords.RULE, rule -> Cell.text(rule.name())),
              Column.of(
                  "kind", RuleWords.KIND, rule -> new Cell.Said(RuleWords.of(rule.condition()))),
              Column.of(
                  "product",
                  RuleWords.PRODUCT,
                  rule ->
                      rule.product()
                          .map(Cell::text)
                          .orElse(new Cell.Said(RuleWords.EVERY_PRODUCT))),
              Column.of(
                  "answer",
                  RuleWords.ANSWER,
                  rule -> new Cell.Said(RuleWords.of(rule.outcome())))));

  private final RuleDesk rules;
  private final RecordsDesk records;
  private final Guard guard;

  RulesDesk(RuleDesk rules, RecordsDesk records, Guard guard) {
    this.rules = rules;
    this.records = records;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    String one = PATH + "/{version}";
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.post(PATH, Right.act, this::draft),
        guard.get(one, Right.see, (visit, session) -> show(visit, session, Optional.empty())),
        guard.post(one + "/test", Right.act, this::test),
        // What decides about everybody's money is for owners.
        guard.post(one + "/promote", Right.people, this::promote));
  }

  /**
   * A version as its page shows it.
   *
   * @param report of a trial just made
   */
  public record Opened(
      Version version,
      Table rules,
      LocalDate from,
      LocalDate until,
      Optional<BackTest.Report> report) {
    String path() {
      return PATH + "/" + version.version();
    }

    boolean decides() {
      return version.state() == State.ACTIVE;
    }
  }

  private Page list(Visit visit, Session session) {
    View view = guard.view(visit, session, IssuerWords.RULES, PATH);
    Table table = VERSIONS.all(PATH, rules.versions());
    return Page.html(Rendered.text(out -> JterulesGenerated.render(out, null, view, table)));
  }

  private Optional<Version> version(Visit visit) {
    return rules.versions().stream()
        .filter(each -> String.valueOf(each.version()).equals(visit.part("version")))
        .findFirst();
  }

  private Page show(Visit visit, Session session, Optional<BackTest.Report> report) {
    Optional<Version> version = version(visit);
    if (version.isEmpty()) return guard.nothing(visit, session);
    LocalDate today = LocalDate.ofInstant(records.now(), ZoneOffset.UTC);
    Opened opened =
        new Opened(
            version.get(),
            RULES.all(PATH, rules.rules(version.get().version()).orElseThrow().rules()),
            day(visit, "from").orElse(today.minusDays(DAYS)),
            day(visit, "until").orElse(today),
            report);
    Words title =
        new Words("Rules, version " + version.get().version(),
            "规则，版本 " + version.get().version());
    View view = guard.view(visit, session, title, opened.path());
    return Page.html(
        Rendered.text(out -> JteruleGenerated.render(out, null, view, opened, title)));
  }

  private static Optional<LocalDate> day(Visit visit, String field) {
    return Filter.asDay(visit.field(field));
  }

  private Page test(Visit visit, Session session) {
    Optional<Version> version = version(visit);
    if (version.isEmpty()) return guard.nothing(visit, session);
    LocalDate today = LocalDate.ofInstant(records.now(), ZoneOffset.UTC);
    LocalDate from = day(visit, "from").orElse(today.minusDays(DAYS));
    LocalDate until = day(visit, "until").orElse(today);
    return show(
        visit,
        session,
        rules.backTest(version.get().version(), begin(from), begin(until.plusDays(1))));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Page promote(Visit visit, Session session) {
    Optional<Version> version = version(visit);
    if (version.isEmpty()) return guard.nothing(visit, session);
    Promotion promotion =
        rules.promote(version.get().version(), session.name().text());
    String said = promotion == Promotion.PROMOTED ? "done" : "not-tested";
    return Page.see(PATH + "/" + version.get().version() + "?said=" + said);
  }

  private Page draft(Visit visit, Session session) {
    try {
      List<Rule> all = new ArrayList<>(active());
      all.add(
          new Rule(
              visit.field("name"),
              Optional.empty(),
              Rule.Outcome.DECLINE,
              condition(visit.field("kind"), visit.field("most").replace(',', '.'))));
      int version = rules.draft(all, visit.field("name"), session.name().text());
      return Page.see(PATH + "/" + version);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Page.see(PATH + "?said=no-rule");
    }
  }

  private List<Rule> active() {
    return rules.versions().stream()
        .filter(each -> each.state() == State.ACTIVE)
        .findFirst()
        .flatMap(each -> rules.rules(each.version()))
        .map(set -> set.rules())
        .orElse(List.of());
  }

  private Condition condition(String kind, String most) {
    if (!most.matches("[0-9]{1,9}([.][0-9]{1,3})?")) {
      throw new IllegalArgumentException("no number");
    }
    return switch (kind) {
      case "COUNT" ->
          new Condition.Count(new BigDecimal(most).intValueExact(), Duration.ofDays(1));
      case "SUM" -> new Condition.Sum(amount(most), Duration.ofDays(1));
      case "CEILING" -> new Condition.Ceiling(amount(most));
      default -> throw new IllegalArgumentException("no kind");
    };
  }

  /** In the currency of the bank's accounts. */
  private Money amount(String most) {
    List<AccountRow> any = records.accounts(Look.first(1)).rows();
    if (any.isEmpty()) throw new IllegalArgumentException("no account to be ruled");
    Money like = any.getFirst().limit();
    long minor = new BigDecimal(most).movePointRight(like.exponent()).longValueExact();
    return new Money(like.currency(), minor);
  }
}
