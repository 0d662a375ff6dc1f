package openset.pages.issuerdesk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.Issuer;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardStatus;
import openset.issuer.records.Records.AccountRow;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Filter;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** Accounts with their cards, and what may be done with a card. */
final class AccountsDesk {
  static final String PATH = "/office/accounts";

  /** An account's id, or a text without so many digits that it could be a card's number. */
  private static final Pattern FINDABLE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|([^0-9]*[0-9]){0,8}[^0-9]*");

  private static final Listing<AccountRow> LISTING =
      Listing.of(
              List.of(
                  Column.of(
                      Looks.ACCOUNT,
                      IssuerWords.ACCOUNT,
                      row -> Looks.link(Optional.of(row.account()))),
                  Column.of(
                      Looks.STATE,
                      AccountWords.CARD,
                      row ->
                          new Cell.Code(row.card().number())
                              .over(
                                  AccountWords.state(CardStatus.valueOf(row.card().state())))),
                  Column.<AccountRow>of(
                          "product", AccountWords.PRODUCT, row -> Cell.text(row.product()))
                      .sorted(),
                  Column.<AccountRow>of(
                          "limit", AccountWords.LIMIT, row -> new Cell.Amount(row.limit()))
                      .figures()
                      .sorted(),
                  Column.<AccountRow>of(
                          "owed", AccountWords.OWED, row -> new Cell.Amount(row.owed()))
                      .figures()
                      .sorted(),
                  Column.<AccountRow>of(
                          Looks.AT, AccountWords.SINCE, row -> new Cell.Moment(row.at()))
                      .sorted()))
          .narrowedBy(
              Filter.text(Looks.FIND, AccountWords.FIND).like(FINDABLE),
              Filter.choice(Looks.STATE, AccountWords.CARD, AccountWords.states()))
          .downBy(Looks.AT);

  private final Issuer issuer;
  private final Guard guard;

  AccountsDesk(Issuer issuer, Guard guard) {
    this.issuer = issuer;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    String one = PATH + "/{account}";
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(one, Right.see, this::show),
        guard.post(one + "/freeze", Right.act, becomes(CardStatus.FROZEN)),
        guard.post(one + "/thaw", Right.act, becomes(CardStatus.ACTIVE)),
        guard.post(one + "/lost", Right.act, sure(becomes(CardStatus.LOST))),
        guard.post(
            one + "/replace",
            Right.act,
            sure(does((id, by) -> issuer.accounts().renumber(id, by).isPresent()))),
        guard.post(
            one + "/end", Right.act, sure(does((id, by) -> issuer.accounts().end(id, by)))),
        guard.post(one + "/review", Right.act, this::review),
        guard.post(
            one + "/unlock", Right.act, does((id, _) -> issuer.registration().unlock(id))),
        // What a customer may owe is for owners.
        guard.post(one + "/limit", Right.people, new Limits(issuer)::change));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = LISTING.asked(visit, PATH);
    Table table = LISTING.table(asked, issuer.records().accounts(asked.look()));
    View view = guard.view(visit, session, IssuerWords.ACCOUNTS, asked.here());
    return Page.html(Rendered.text(out -> JteaccountsGenerated.render(out, null, view, table)));
  }

  private Page show(Visit visit, Session session) {
    Optional<Shown> shown =
        AccountId.parse(visit.part("account")).flatMap(id -> Shown.of(issuer, id));
    if (shown.isEmpty()) return guard.nothing(visit, session);
    View view =
        guard.view(
            visit, session, Words.same(shown.get().view().card()), shown.get().path());
    return Page.html(
        Rendered.text(out -> JteaccountGenerated.render(out, null, view, shown.get())));
  }

  private Guard.Handler becomes(CardStatus status) {
    return does((id, by) -> issuer.accounts().become(id, status, by));
  }

  /** An act by whoever is signed in, on an account that is there. */
  private Guard.Handler does(BiPredicate<AccountId, String> act) {
    return (visit, session) -> {
      Optional<AccountId> id = AccountId.parse(visit.part("account"));
      if (id.isEmpty()) return guard.nothing(visit, session);
      boolean done = act.test(id.get(), session.name().text());
      return said(id.get(), done ? "done" : "card-cannot");
    };
  }

  private static Page said(AccountId id, String what) {
    return Page.see(PATH + "/" + id + "?said=" + what);
  }

  private Guard.Handler sure(Guard.Handler act) {
    return (visit, session) -> {
      Optional<AccountId> id = AccountId.parse(visit.part("account"));
      if (id.isEmpty()) return guard.nothing(visit, session);
      return Guard.isSure(visit)
          ? act.answer(visit, session)
          : said(id.get(), "tick");
    };
  }

  private Page review(Visit visit, Session session) {
    Optional<AccountId> id = AccountId.parse(visit.part("account"));
    boolean on = visit.field("review").equals("yes");
    boolean known = id.filter(each -> issuer.accounts().review(each, on)).isPresent();
    return known ? said(id.get(), "done") : guard.nothing(visit, session);
  }
}
