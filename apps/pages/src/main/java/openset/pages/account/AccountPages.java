package openset.pages.account;

import gg.jte.html.HtmlTemplateOutput;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import openset.http.Mount;
import openset.http.PageRoute;
import openset.http.page.Cookie;
import openset.http.page.Page;
import openset.http.page.PagePolicy;
import openset.http.page.Visit;
import openset.issuer.Issuer;
import openset.issuer.card.CardStatus;
import openset.issuer.billing.BillView;
import openset.issuer.customer.CustomerDesk;
import openset.issuer.customer.Entry;
import openset.issuer.customer.Secret;
import openset.issuer.customer.SessionToken;
import openset.issuer.customer.ShownCard;
import openset.issuer.customer.SignedIn;
import openset.issuer.desk.AccountView;
import openset.pages.Assets;
import openset.pages.Frame;
import openset.pages.Language;
import openset.pages.Manner;
import openset.pages.Manners;
import openset.pages.Rendered;
import openset.pages.Words;

/** The pages of a bank for its customers, below {@code /account}. */
public final class AccountPages {
  static final String SESSION = "account";
  private static final String HOME = "/account";
  private static final String CARD = "/account/card";
  private static final String BILL = "/account/bill";

  private final Issuer issuer;
  private final CustomerDesk customers;
  private final Bank bank;

  private AccountPages(Issuer issuer, Bank bank) {
    this.issuer = issuer;
    this.customers = issuer.customers();
    this.bank = bank;
  }

  /** The routes of a bank. */
  public static List<Mount> routes(Issuer issuer, Bank bank) {
    AccountPages pages = new AccountPages(issuer, bank);
    OpeningPages opening = new OpeningPages(issuer, pages);
    Disputing disputing = new Disputing(issuer, pages);
    return List.of(
        PageRoute.get("/", _ -> Page.see(HOME)),
        PageRoute.get(HOME, pages::home),
        PageRoute.get("/account/open", opening::begin),
        PageRoute.post("/account/open", opening::step),
        PageRoute.post("/account/sign-in", pages::signIn),
        PageRoute.post("/account/sign-out", pages::signOut),
        PageRoute.get(CARD, pages::card),
        PageRoute.post(CARD, pages::show),
        PageRoute.post("/account/card/hide", pages::hide),
        PageRoute.post("/account/card/freeze", visit -> pages.become(visit, CardStatus.FROZEN)),
        PageRoute.post("/account/card/thaw", visit -> pages.become(visit, CardStatus.ACTIVE)),
        PageRoute.post("/account/card/replace", pages::replace),
        PageRoute.get(BILL, pages::bill),
        PageRoute.get(Disputing.PLACE, disputing::begin),
        PageRoute.post(Disputing.PLACE, disputing::send),
        PageRoute.post("/account/dispute/withdraw", disputing::withdraw),
        Manners.route(),
        Assets.mount("account.js", "account.css", "office.js", "office.css"));
  }

  Bank bank() {
    return bank;
  }

  /** A view of a visit; the language may be told by whoever led here. */
  View view(Visit visit, String here, Words title) {
    Manner kept = Manners.of(visit, here);
    Manner manner =
        visit
            .parameter("lang")
            .flatMap(Language::named)
            .map(language -> new Manner(language, kept.theme(), here))
            .orElse(kept);
    String stated = visit.field("return");
    Optional<URI> back =
        bank.back(stated.isEmpty() ? visit.parameter("return") : Optional.of(stated));
    Frame frame =
        new Frame(bank.site(), manner, manner.say(title), List.of(), Optional.empty());
    return new View(bank, frame, back);
  }

  /** A page that may tell its opener, which is a wallet, of the card. */
  static Page shown(int status, Consumer<HtmlTemplateOutput> template) {
    return Page.html(status, Rendered.text(template))
        .under(PagePolicy.OWN.opener(PagePolicy.Opener.ANY));
  }

  /** Keeps the language that whoever led here said, and goes on to the page itself. */
  static Page keepingLanguage(Visit visit, Page page) {
    return visit
        .parameter("lang")
        .flatMap(Language::named)
        .map(
            language ->
                page.keeping(
                    Cookie.lasting("lang", language.name(), java.time.Duration.ofDays(365))))
        .orElse(page);
  }

  private Optional<SessionToken> token(Visit visit) {
    return visit.cookie(SESSION).flatMap(SessionToken::shown);
  }

  /** Who is signed in. */
  Optional<SignedIn> customer(Visit visit) {
    return token(visit).flatMap(customers::session);
  }

  private Page home(Visit visit) {
    Optional<SignedIn> customer = customer(visit);
    return customer.isPresent()
        ? keepingLanguage(visit, overview(visit, customer.get()))
        : keepingLanguage(visit, door(visit, 200, null));
  }

  private Page door(Visit visit, int status, Words wrong) {
    View view = view(visit, HOME, AccountWords.ACCOUNT);
    return shown(
        status,
        out -> JtedoorGenerated.render(out, null, view, visit.field("customer"), wrong));
  }

  private Page overview(Visit visit, SignedIn customer) {
    View view = view(visit, HOME, AccountWords.ACCOUNT);
    AccountView account = issuer.accounts().account(customer.account()).orElseThrow();
    Overview shown =
        new Overview(
            customers.nameOnCard(customer),
            account,
            issuer.accounts().isFrozenByBank(customer.account()),
            new Overview.Past(
                issuer.inquiries().of(customer.account()).orElse(List.of()),
                issuer.accounts().statement(customer.account()).orElseThrow().lines(),
                issuer.disputes().of(customer.account()),
                issuer.billing().bills(customer.account())));
    return shown(200, out -> JteoverviewGenerated.render(out, null, view, shown));
  }

  private Page signIn(Visit visit) {
    Secret secret = new Secret(visit.field("customer"), visit.field("password"));
    return switch (customers.enter(secret, visit.address())) {
      case Entry.Welcome welcome -> welcomed(visit, HOME, welcome.token());
      case Entry.Wrong _ -> door(visit, 422, AccountWords.WRONG);
      case Entry.Wait wait ->
          door(visit, 429, AccountWords.patience(Math.max(1, wait.delay().toSeconds())));
    };
  }

  /** On to a page, known from now on by a token that nobody saw before. */
  Page welcomed(Visit visit, String where, SessionToken token) {
    token(visit).ifPresent(customers::leave);
    // On the way to the card the window stays the wallet's that opened it.
    return Page.see(where)
        .under(PagePolicy.OWN.opener(PagePolicy.Opener.ANY))
        .keeping(Cookie.session(SESSION, token.cookie()));
  }

  private Page signOut(Visit visit) {
    token(visit).ifPresent(customers::leave);
    return Page.see(HOME).keeping(Cookie.gone(SESSION));
  }

  /** Where the card is shown, with the way back. */
  static String cardAddress(View view) {
    return CARD + view.backQuery();
  }

  private Page card(Visit visit) {
    Optional<SignedIn> customer = customer(visit);
    return customer.isEmpty() ? Page.see(HOME) : card(visit, customer.get(), 200, null);
  }

  private Page card(Visit visit, SignedIn customer, int status, Words wrong) {
    View plain = view(visit, CARD, AccountWords.CARD);
    View view = view(visit, cardAddress(plain), AccountWords.CARD);
    Optional<ShownCard> card = customers.shown(customer);
    AccountView account = issuer.accounts().account(customer.account()).orElseThrow();
    CardFace face =
        card.map(shown -> CardFace.whole(bank, shown))
            .orElseGet(
                () -> CardFace.masked(bank, customers.nameOnCard(customer), account));
    return shown(
        status,
        out ->
            JtecardGenerated.render(
                out,
                null,
                view,
                face,
                card.isPresent(),
                card.map(shown -> shown.code().digits()).orElse(""),
                wrong));
  }

  private Page bill(Visit visit) {
    Optional<SignedIn> customer = customer(visit);
    String month = visit.parameter("month").orElse("");
    if (customer.isEmpty() || !month.matches("[0-9]{4}-(0[1-9]|1[0-2])")) return Page.see(HOME);
    Optional<BillView> bill =
        issuer.billing().bill(customer.get().account(), YearMonth.parse(month));
    if (bill.isEmpty()) return Page.see(HOME);
    View view = view(visit, BILL + "?month=" + month, AccountWords.BILL);
    return shown(200, out -> JtebillGenerated.render(out, null, view, bill.get()));
  }

  private Page show(Visit visit) {
    Optional<SignedIn> customer = customer(visit);
    if (customer.isEmpty()) return Page.see(HOME);
    String password = visit.field("password");
    return switch (customers.show(customer.get(), password, visit.address())) {
      case Entry.Welcome _ -> Page.see(cardAddress(view(visit, CARD, AccountWords.CARD)));
      case Entry.Wrong _ -> card(visit, customer.get(), 422, AccountWords.WRONG);
      case Entry.Wait wait ->
          card(
              visit,
              customer.get(),
              429,
              AccountWords.patience(Math.max(1, wait.delay().toSeconds())));
    };
  }

  private Page hide(Visit visit) {
    customer(visit).ifPresent(customers::hide);
    return Page.see(HOME);
  }

  private Page become(Visit visit, CardStatus status) {
    customer(visit).ifPresent(customer -> customers.become(customer, status));
    return Page.see(HOME);
  }

  private Page replace(Visit visit) {
    Optional<SignedIn> customer = customer(visit);
    customer.ifPresent(customers::replace);
    return Page.see(customer.isPresent() ? CARD : HOME);
  }
}
