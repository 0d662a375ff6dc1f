package openset.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxPacs00800108;
import com.prowidesoftware.swift.model.mx.MxPacs00900108;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import openset.ledger.Money;
import org.junit.jupiter.api.Test;

final class MessagesTest {
  private static final MessageHead HEAD =
      new MessageHead(
          "C00000001-978",
          Instant.parse("2026-11-28T17:00:00Z"),
          LocalDate.of(2026, 11, 28),
          "OpenSET");
  private static final Bank HOUSE = new Bank("999900");
  private static final Bank ACQUIRER = new Bank("999001");
  private static final Bank ISSUER = new Bank("999100");

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8);
  }

  @Test
  void transfersBetweenBanksAreReadAsTheyWereWritten() {
    BankTransfers transfers =
        new BankTransfers(
            HEAD,
            List.of(
                new BankTransfers.Transfer("C1-1", ISSUER, HOUSE, new Money(978, 123_456)),
                new BankTransfers.Transfer("C1-2", HOUSE, ACQUIRER, new Money(978, 123_456))));
    byte[] xml = transfers.toXml();
    assertThat(transfers.toXml()).isEqualTo(xml);
    MxPacs00900108 read = MxPacs00900108.parse(text(xml));
    var body = read.getFICdtTrf();
    assertThat(body.getGrpHdr().getNbOfTxs()).isEqualTo("2");
    assertThat(body.getGrpHdr().getTtlIntrBkSttlmAmt().getValue())
        .isEqualTo(new BigDecimal("2469.12"));
    var first = body.getCdtTrfTxInf().getFirst();
    assertThat(first.getIntrBkSttlmAmt().getCcy()).isEqualTo("EUR");
    assertThat(first.getIntrBkSttlmAmt().getValue()).isEqualTo(new BigDecimal("1234.56"));
    assertThat(first.getDbtr().getFinInstnId().getClrSysMmbId().getMmbId()).isEqualTo("999100");
    assertThat(text(xml)).contains("urn:iso:std:iso:20022:tech:xsd:pacs.009.001.08");
  }

  @Test
  void transfersToCustomersNameAccountAndBank() {
    CustomerTransfers transfers =
        new CustomerTransfers(
            HEAD,
            new CustomerTransfers.Payer(ACQUIRER, "Acquirer of Aurora"),
            List.of(
                new CustomerTransfers.Transfer(
                    "F1",
                    new CustomerTransfers.Payee("Lantern Books", "GB33BUKB20201555555555", ISSUER),
                    new Money(392, 500),
                    "Sales")));
    var read = MxPacs00800108.parse(text(transfers.toXml())).getFIToFICstmrCdtTrf();
    var one = read.getCdtTrfTxInf().getFirst();
    assertThat(one.getIntrBkSttlmAmt().getValue()).isEqualTo(new BigDecimal("500"));
    assertThat(one.getCdtrAcct().getId().getIBAN()).isEqualTo("GB33BUKB20201555555555");
    assertThat(one.getCdtr().getNm()).isEqualTo("Lantern Books");
  }

  @Test
  void aStatementGoesFromOpeningToClosing() {
    AccountStatement statement =
        new AccountStatement(
            HEAD,
            "bank/999100/978",
            7,
            new Money(978, 1_000),
            List.of(new AccountStatement.Line("C00000001", new Money(978, -1_500))));
    assertThat(statement.closing()).isEqualTo(new Money(978, -500));
    var read = MxCamt05300108.parse(text(statement.toXml())).getBkToCstmrStmt().getStmt();
    assertThat(read.getFirst().getBal())
        .extracting(each -> each.getTp().getCdOrPrtry().getCd() + each.getCdtDbtInd())
        .containsExactly("OPBDCRDT", "CLBDDBIT");
    assertThat(read.getFirst().getNtry().getFirst().getAmt().getValue())
        .isEqualTo(new BigDecimal("15.00"));
  }

  @Test
  void whatBreaksTheSchemaDoesNotLeave() {
    assertThatThrownBy(
            () ->
                Schemas.held(
                    new MxPacs00900108()
                        .setFICdtTrf(
                            new com.prowidesoftware.swift.model.mx.dic
                                .FinancialInstitutionCreditTransferV08())))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] xml =
        new BankTransfers(
                HEAD,
                List.of(new BankTransfers.Transfer("T", ISSUER, HOUSE, new Money(978, 1))))
            .toXml();
    byte[] other = text(xml).replace("NbOfTxs", "NbOfTx").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Schemas.check(new MxPacs00900108(), other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
