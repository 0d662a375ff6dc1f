package openset.pages.acquirerdesk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Contracts.Line;
import openset.acquirer.office.store.Funding.Standing;
import openset.acquirer.office.store.Period;
import openset.acquirer.store.Contract;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Reserves.Held;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.ledger.StatementLine;
import openset.pages.Link;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Filter;
import openset.pages.desk.Filter.Option;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Listed;
import openset.store.listing.Look;

/** Contracts: the list, and each merchant with everything that is agreed and owed. */
final class MerchantsDesk {
  static final String PATH = "/office/merchants";
  private static final int DAYS = 31;
  private static final int NEWEST = 10;
  private static final int CURRENCIES = 20;

  private static final Listing<Line> CONTRACTS =
      Listing.of(
              List.of(
                  Column.<Line>of(
                          "id", MerchantWords.NUMBER, line -> Cells.merchant(line.merchant().id()))
                      .sorted(),
                  Column.<Line>of(
                          "name", MerchantWords.NAME, line -> Cell.text(line.merchant().name()))
                      .sorted(),
                  Column.<Line>of(
                          "category",
                          MerchantWords.CATEGORY,
                          line -> Cell.text(line.merchant().category()))
                      .sorted(),
                  Column.<Line>of(
                      "brands",
                      MerchantWords.BRANDS,
                      line -> Cells.names(line.brands(), MerchantWords.ALL_BRANDS)),
                  Column.<Line>of(
                          "terminals",
                          MerchantWords.TERMINALS,
                          line -> new Cell.Count(line.terminals()))
                      .figures(),
                  Column.<Line>of(
                          "fee",
                          MerchantWords.FEE,
                          line -> new Cell.Said(Cells.percent(line.merchant().feeBasisPoints())))
                      .figures()
                      .sorted(),
                  Column.<Line>of(
                      "active", AcquirerWords.STANDING, line -> state(line.merchant())),
                  Column.<Line>of(
                          "since",
                          MerchantWords.FIRST,
                          line -> Cells.day(LocalDate.ofInstant(line.first(), ZoneOffset.UTC)))
                      .sorted()))
          .narrowedBy(
              Filter.text("text", MerchantWords.FIND),
              Filter.choice(
                  "active",
                  AcquirerWords.STANDING,
                  List.of(
                      new Option("true", MerchantWords.IN_FORCE),
                      new Option("false", MerchantWords.SUSPENDED))))
          .upBy("id");

  private static final Listing<Contract> VERSIONS =
      Listing.of(
          List.of(
              Column.of(
                  "since",
                  MerchantWords.COUNTS_FROM,
                  version -> new Cell.Moment(version.since())),
              Column.of(
                  "name", MerchantWords.NAME, version -> Cell.text(version.merchant().name())),
              Column.<Contract>of(
                      "fee",
                      MerchantWords.FEE,
                      version ->
                          new Cell.Said(Cells.percent(version.merchant().feeBasisPoints())))
                  .figures(),
              Column.of(
                  "brands",
                  MerchantWords.BRANDS,
                  version ->
                      Cells.names(
                          version.terms().brands().stream().sorted().toList(),
                          MerchantWords.ALL_BRANDS)),
              Column.of(
                  "reserve", MerchantWords.RESERVE, version -> new Cell.Said(reserve(version))),
              Column.of("active", AcquirerWords.STANDING, version -> state(version.merchant()))));

  private static final Listing<Held> HELD =
      Listing.of(
          List.of(
              Column.of("cycle", AcquirerWords.CYCLE, held -> Cell.text(held.cycle())),
              Column.of("release", MoneyWords.GIVEN_BACK, held -> Cells.day(held.release())),
              Column.<Held>of("held", AcquirerWords.AMOUNT, held -> new Cell.Amount(held.amount()))
                  .figures()));

  private static final Listing<StatementLine> STATEMENT =
      Listing.of(
          List.of(
              Column.of("time", AcquirerWords.TIME, line -> new Cell.Moment(line.at())),
              Column.of("text", MoneyWords.TEXT, line -> new Cell.Said(MoneyWords.of(line))),
              Column.<StatementLine>of(
                      "amount", AcquirerWords.AMOUNT, line -> new Cell.Amount(line.amount()))
                  .figures(),
              Column.<StatementLine>of(
                      "balance", MoneyWords.BALANCE, line -> new Cell.Amount(line.balance()))
                  .figures()));

  private final Acquirer acquirer;
  private final Office office;
  private final Guard guard;
  private final FundingDesk funding;

  MerchantsDesk(Acquirer acquirer, Guard guard, FundingDesk funding) {
    this.acquirer = acquirer;
    this.office = acquirer.office();
    this.guard = guard;
    this.funding = funding;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(PATH + "/{merchant}", Right.see, this::show),
        guard.post(PATH + "/{merchant}/active", Right.act, this::active),
        guard.post(PATH + "/{merchant}/terminals", Right.act, this::terminal));
  }

  /** A contract's standing. */
  static Cell.State state(Merchant merchant) {
    return merchant.active()
        ? new Cell.State("good", MerchantWords.IN_FORCE)
        : new Cell.State("bad", MerchantWords.SUSPENDED);
  }

  private static Words reserve(Contract version) {
    int ppm = version.terms().reserve().ppm();
    if (ppm == 0) return AcquirerWords.NONE;
    String part = Cells.percent(ppm / 100).en();
    return MerchantWords.reserve(part, version.terms().reserve().days());
  }

  private Page list(Visit visit, Session session) {
    Asked asked = CONTRACTS.asked(visit, PATH);
    Listed<Line> found = office.contracts(asked.look());
    Table table = CONTRACTS.table(asked, found);
    View view = guard.view(visit, session, AcquirerWords.MERCHANTS, asked.here());
    return Page.html(Rendered.text(out -> JtemerchantsGenerated.render(out, null, view, table)));
  }

  /**
   * A merchant as its page shows it.
   *
   * @param now the contract in force
   * @param terminals its own numbers
   */
  public record Shown(Contract now, List<String> terminals, Tables tables) {
    String path() {
      return Cells.merchantPath(now.merchant().id());
    }

    /** A list narrowed to this merchant. */
    String of(String list) {
      return list + "?merchant=" + Link.encoded(now.merchant().id());
    }

    Words reserve() {
      return MerchantsDesk.reserve(now);
    }

    Words fee() {
      return Cells.percent(now.merchant().feeBasisPoints());
    }
  }

  /** What stands below: funding, payouts, account, reserves, versions. */
  public record Tables(
      Table standings,
      Table payouts,
      List<Statement> statements,
      Table reserves,
      Table versions) {}

  /** Its account in one currency. */
  public record Statement(Words caption, Table table) {}

  private Page show(Visit visit, Session session) {
    String id = visit.part("merchant");
    List<Contract> versions = office.contracts(id);
    if (versions.isEmpty()) return guard.nothing(visit, session);
    String path = Cells.merchantPath(id);
    List<Standing> standings =
        office.standings(Look.first(CURRENCIES).of("merchant", id)).rows();
    Look look = Look.first(NEWEST).of("merchant", id);
    List<Payout> paid = office.payouts(look).rows();
    Shown shown =
        new Shown(
            versions.getLast(),
            office.terminals(id),
            new Tables(
                funding.table(path, standings),
                FundingDesk.PAID.all(path, paid),
                statements(path, standings),
                HELD.all(path, office.reserves(id)),
                VERSIONS.all(path, versions.reversed())));
    View view =
        guard.view(visit, session, Words.same(shown.now().merchant().name()), path);
    return Page.html(Rendered.text(out -> JtemerchantGenerated.render(out, null, view, shown)));
  }

  /** The last days of its account in each currency, the latest first. */
  private List<Statement> statements(String path, List<Standing> standings) {
    LocalDate today = LocalDate.ofInstant(office.now(), ZoneOffset.UTC);
    Period period = Period.ofDays(today.minusDays(DAYS - 1), today);
    return standings.stream()
        .map(
            each ->
                office.statement(
                    each.merchant(), each.owed().currency(), period.from(), period.until()))
        .map(
            statement ->
                new Statement(
                    Cells.in(statement.closing().currencyCode(), MoneyWords.STATEMENT),
                    STATEMENT.all(path, statement.lines().reversed())))
        .toList();
  }

  private Page active(Visit visit, Session session) {
    Optional<Merchant> found = acquirer.merchant(visit.part("merchant"));
    if (found.isEmpty()) return guard.nothing(visit, session);
    Merchant now = found.get();
    String path = Cells.merchantPath(now.id());
    if (!Guard.isSure(visit)) return Page.see(path + "?said=tick");
    boolean active = visit.field("active").equals("true");
    acquirer.agree(
        new Merchant(
            now.id(), now.name(), now.category(), now.feeBasisPoints(), active, now.origin()));
    return Page.see(path + "?said=done");
  }

  private Page terminal(Visit visit, Session session) {
    Optional<Merchant> found = acquirer.merchant(visit.part("merchant"));
    if (found.isEmpty()) return guard.nothing(visit, session);
    String path = Cells.merchantPath(found.get().id());
    if (!Guard.isSure(visit)) return Page.see(path + "?said=tick");
    acquirer.giveTerminal(found.get().id());
    return Page.see(path + "?said=done");
  }
}
