package openset.pages.issuerdesk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import openset.http.HttpRefused;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.Issuer;
import openset.issuer.card.AccountId;
import openset.issuer.desk.AccountView;
import openset.issuer.office.ProductDesk.Changed;
import openset.ledger.Money;
import openset.signin.Session;

/** Gives an account another limit of the product it has. */
final class Limits {
  private final Issuer issuer;

  Limits(Issuer issuer) {
    this.issuer = issuer;
  }

  Page change(Visit visit, Session session) throws HttpRefused {
    AccountId id = AccountId.parse(visit.part("account")).orElseThrow(HttpRefused::notFound);
    AccountView view = issuer.accounts().account(id).orElseThrow(HttpRefused::notFound);
    Money before = view.money().limit();
    String product = Shown.row(issuer, id).orElseThrow().product();
    OptionalLong minor = minor(visit.field("limit"), before);
    boolean done =
        minor.isPresent()
            && issuer
                    .products()
                    .change(
                        id,
                        product,
                        new Money(before.currency(), minor.getAsLong()),
                        session.name().text())
                == Changed.DONE;
    return Page.see(AccountsDesk.PATH + "/" + id + "?said=" + (done ? "done" : "bad-limit"));
  }

  /** What was typed, in minor units of that amount's currency. */
  private static OptionalLong minor(String typed, Money like) {
    return Optional.of(typed.replace(',', '.'))
        .filter(text -> text.matches("[0-9]{1,12}([.][0-9]{1,3})?"))
        .map(text -> new BigDecimal(text).movePointRight(like.exponent()))
        .filter(minor -> minor.stripTrailingZeros().scale() <= 0)
        .map(minor -> OptionalLong.of(minor.longValueExact()))
        .orElseGet(OptionalLong::empty);
  }
}
