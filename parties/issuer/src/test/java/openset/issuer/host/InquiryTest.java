package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import openset.crypto.Randomness;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.issuer.Bank;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.issuer.decision.DeclineReason;
import openset.issuer.desk.AuthorizationView;
import openset.issuer.desk.InquiryDesk;
import openset.issuer.desk.Reissued;
import openset.issuer.opening.Opening.AccountOpened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bank's people see of authorizations. */
class InquiryTest {
  private final Bank bank = new Bank();
  private final Lines lines = new Lines(bank);
  private final InquiryDesk desk = bank.issuer().inquiries();
  private final AccountOpened card = bank.opened(10_000);

  @AfterEach
  void close() {
    lines.close();
    bank.checkSums();
    bank.close();
  }

  private AuthorizationRequest authorized(AuthorizationRequest request) {
    lines.authorize(request);
    bank.pass(Duration.ofSeconds(1));
    return request;
  }

  private List<String> said(AccountId account) {
    return desk.of(account).orElseThrow().stream().map(InquiryTest::said).toList();
  }

  private static String said(AuthorizationView view) {
    AuthorizationView.Outcome outcome = view.outcome();
    return outcome.state() + " " + outcome.response() + " " + outcome.reason();
  }

  private AuthorizationRequest asks(String expiry, int currency, long minor) {
    return lines.asks(card.number().digits(), expiry, new Amount(minor, currency));
  }

  @Test
  void anAccountShowsItsAuthorizationsNewestFirstWithTheReasonInWords() {
    String expiry = card.expiry().shortText();
    authorized(asks(expiry, Bank.EUR, 1_000));
    authorized(asks(expiry, Bank.EUR, 9_001));
    authorized(asks("2001", Bank.EUR, 1));
    authorized(asks(expiry, 840, 1));
    bank.issuer().accounts().become(card.account(), CardStatus.FROZEN);
    authorized(asks(expiry, Bank.EUR, 1));
    bank.issuer().accounts().become(card.account(), CardStatus.LOST);
    authorized(asks(expiry, Bank.EUR, 1));
    assertThat(said(card.account()))
        .containsExactly(
            "DECLINED 41 card lost",
            "DECLINED 62 card frozen",
            "DECLINED 12 account in another currency without a rate",
            "DECLINED 54 wrong expiry given",
            "DECLINED 51 limit exceeded",
            "HELD 00 ");
  }

  @Test
  void anAuthorizationTakenBackIsShownReversed() {
    AuthorizationRequest request = authorized(lines.asks(card, 1_000));
    lines.reverse(request);
    assertThat(said(card.account())).containsExactly("REVERSED 00 ");
    AuthorizationRequest never = lines.asks(card, 1_000);
    lines.reverse(never);
    assertThat(desk.of(never.purchase().xid())).extracting(InquiryTest::said)
        .containsExactly("REVERSED 94 reversed before it was asked for");
  }

  @Test
  void whatTheOldNumberIsAskedForIsShownAtItsAccount() {
    authorized(lines.asks(card, 1_000));
    Reissued next = bank.issuer().accounts().renumber(card.account(), "Ann").orElseThrow();
    AuthorizationRequest old = authorized(lines.asks(card, 1_000));
    assertThat(said(card.account())).containsExactly("DECLINED 14 card unknown", "HELD 00 ");
    bank.issuer().accounts().renumber(card.account(), "Ann");
    authorized(
        lines.asks(
            next.number().digits(), next.expiry().shortText(), new Amount(1, Bank.EUR)));
    assertThat(said(card.account()))
        .containsExactly("DECLINED 14 card unknown", "DECLINED 14 card unknown", "HELD 00 ");
    assertThat(lines.reverse(old)).isEqualTo("00");
    assertThat(bank.issuer().accounts().account(card.account()).orElseThrow().money().held())
        .extracting(held -> held.minorUnits())
        .isEqualTo(1_000L);
  }

  private static String ofNobody(String bin) {
    return CardNumber.random(new Bin(bin), Randomness.secure()).digits();
  }

  @Test
  void aPurchaseIsFoundByItsXidWhateverTheCard() {
    AuthorizationRequest known = authorized(lines.asks(card, 1_000));
    AuthorizationRequest unknown =
        authorized(lines.asks(ofNobody("999001"), "3012", new Amount(1, Bank.EUR)));
    AuthorizationRequest foreign =
        authorized(lines.asks(ofNobody("888001"), "3012", new Amount(1, Bank.EUR)));
    assertThat(desk.of(known.purchase().xid())).singleElement()
        .satisfies(view -> assertThat(view.account()).contains(card.account()));
    assertThat(desk.of(unknown.purchase().xid())).singleElement()
        .satisfies(view -> assertThat(view.account()).isEmpty())
        .satisfies(view -> assertThat(said(view)).isEqualTo("DECLINED 14 card unknown"));
    assertThat(desk.of(foreign.purchase().xid())).extracting(InquiryTest::said)
        .containsExactly("DECLINED 12 card of another bank");
    assertThat(desk.of(Lines.fresh())).isEmpty();
  }

  @Test
  void atMostAHundredAreShownTheNewestOnes() {
    AuthorizationRequest first = authorized(lines.asks(card, 20_000));
    for (int i = 0; i < InquiryDesk.MOST; i++) authorized(lines.asks(card, 20_000));
    assertThat(desk.of(card.account()).orElseThrow())
        .hasSize(InquiryDesk.MOST)
        .noneMatch(view -> view.xid().equals(first.purchase().xid()));
  }

  @Test
  void everyReasonHasWordsOfItsOwn() {
    assertThat(DeclineReason.values())
        .extracting(DeclineReason::words)
        .doesNotHaveDuplicates()
        .allMatch(words -> words.matches("[a-z ]{5,}"));
  }

  @Test
  void anAccountThatIsNotShowsNothing() {
    assertThat(desk.of(AccountId.of("00000000-0000-4000-8000-000000000000"))).isEmpty();
  }
}
