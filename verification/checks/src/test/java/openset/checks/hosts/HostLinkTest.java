package openset.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import openset.iso8583.IsoMessage;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision;
import openset.iso8583.host.FinancialAdvice;
import openset.issuer.opening.Opening.AccountOpened;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What three banks do together on the host link: spec/host-link.md end to end. */
@Timeout(180)
class HostLinkTest {
  private Banks banks;
  private AccountOpened account;

  @BeforeEach
  void starts() throws Exception {
    banks = new Banks();
    account = banks.openAccount(50_000);
  }

  @AfterEach
  void stops() {
    banks.close();
  }

  private static Money eur(long minor) {
    return new Money(Banks.EUR, minor);
  }

  private String approved(AuthorizationRequest request) {
    Decision decision = Decision.of(banks.ask(request.toMessage()));
    if (decision instanceof Decision.Approved(String code)) return code;
    throw new AssertionError(decision);
  }

  @Test
  void aSaleMovesFromHoldToStatementToMerchantAndEveryCurrencySumsToZero() throws Exception {
    AuthorizationRequest request = banks.request(account, 10_000);
    String code = approved(request);
    assertThat(code).matches("[0-9]{6}");
    assertThat(banks.money(account).held()).isEqualTo(eur(10_000));

    FinancialAdvice capture = banks.capture(request, code, 8_000);
    assertThat(banks.ask(capture.toMessage()).text(39)).contains("00");
    banks.settle();

    assertThat(banks.money(account).balance()).isEqualTo(eur(8_000));
    assertThat(banks.money(account).held()).isEqualTo(eur(2_000));
    assertThat(banks.acquirer.owedTo("M-1", Banks.EUR)).isEqualTo(eur(8_000 - 120));
    assertThat(banks.clearing.balance(Banks.ACQUIRER, Banks.EUR)).isEqualTo(eur(8_000));
    assertThat(banks.clearing.balance(Banks.ISSUER, Banks.EUR)).isEqualTo(eur(-8_000));
    banks.checkSums();
  }

  @Test
  void aSaleBeyondTheLimitIsDeclinedAndHoldsNothing() throws Exception {
    IsoMessage answer = banks.ask(banks.request(account, 50_001).toMessage());
    assertThat(Decision.of(answer)).isEqualTo(new Decision.Declined("51"));
    assertThat(banks.money(account).held()).isEqualTo(eur(0));
  }

  @Test
  @Tag("H02")
  void aReversedSaleHoldsNothingAndCannotBeCaptured() throws Exception {
    AuthorizationRequest request = banks.request(account, 10_000);
    String code = approved(request);
    assertThat(banks.ask(request.reversal(banks.trace()).toMessage()).text(39)).contains("00");
    Banks.await("hold released", () -> banks.money(account).held().equals(eur(0)));
    assertThat(banks.ask(banks.capture(request, code, 1).toMessage()).text(39)).contains("25");
  }

  @Test
  @Tag("HL-33")
  @Tag("HL-35")
  void aPartIsGivenBackToTheHolderAndTheRestMovesToTheMerchant() throws Exception {
    AuthorizationRequest request = banks.request(account, 10_000);
    String code = approved(request);
    assertThat(banks.ask(banks.capture(request, code, 3_000).toMessage()).text(39))
        .contains("00");
    IsoMessage part =
        request.reversal(banks.trace()).staying(OptionalLong.of(5_000)).toMessage();
    assertThat(banks.ask(part).text(39)).contains("00");
    assertThat(banks.ask(part).text(39)).contains("00");
    assertThat(banks.ask(banks.capture(request, code, 2_001).toMessage()).text(39))
        .contains("13");
    banks.settle();
    Banks.await("part released", () -> banks.money(account).held().equals(eur(2_000)));
    assertThat(banks.money(account).balance()).isEqualTo(eur(3_000));
    assertThat(banks.ask(banks.capture(request, code, 2_000).toMessage()).text(39))
        .contains("00");
    banks.settle();
    assertThat(banks.money(account).held()).isEqualTo(eur(0));
    assertThat(banks.money(account).balance()).isEqualTo(eur(5_000));
    banks.checkSums();
  }

  @Test
  @Tag("F07")
  void aSaleCapturedWhileTheIssuerIsAwayIsSettledWhenItIsBack() throws Exception {
    AuthorizationRequest request = banks.request(account, 10_000);
    String code = approved(request);
    banks.issuer.close();
    assertThat(banks.ask(banks.capture(request, code, 10_000).toMessage()).text(39))
        .contains("00");
    assertThat(Decision.of(banks.ask(banks.request(account, 1).toMessage())))
        .isEqualTo(new Decision.Declined("91"));
    banks.startIssuer();
    banks.settle();
    assertThat(banks.money(account).balance()).isEqualTo(eur(10_000));
    assertThat(banks.money(account).held()).isEqualTo(eur(0));
    banks.checkSums();
  }
}
