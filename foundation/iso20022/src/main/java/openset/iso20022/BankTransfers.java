package openset.iso20022;

import com.prowidesoftware.swift.model.mx.MxPacs00900108;
import com.prowidesoftware.swift.model.mx.dic.ActiveCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemIdentification3Choice;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction36;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionCreditTransferV08;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader93;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification7;
import com.prowidesoftware.swift.model.mx.dic.SettlementInstruction7;
import com.prowidesoftware.swift.model.mx.dic.SettlementMethod1Code;
import java.math.BigDecimal;
import java.util.List;
import openset.ledger.Money;

/**
 * Credit transfers between banks: pacs.009.001.08.
 *
 * @param head what the message begins with
 * @param transfers one or more, all of one currency
 */
public record BankTransfers(MessageHead head, List<Transfer> transfers) {
  /**
   * One transfer.
   *
   * @param id TxId and EndToEndId, 1 to 35 characters
   * @param debtor who pays
   * @param creditor who gets
   * @param amount more than nothing
   */
  public record Transfer(String id, Bank debtor, Bank creditor, Money amount) {
    public Transfer {
      Text.max35(id);
      if (!amount.isPositive()) throw new IllegalArgumentException("a transfer of nothing");
    }
  }

  public BankTransfers {
    transfers = List.copyOf(transfers);
    if (transfers.isEmpty()) throw new IllegalArgumentException("no transfers");
  }

  /** The message, held to its schema. */
  public byte[] toXml() {
    Money total = transfers.stream().map(Transfer::amount).reduce(Money::plus).orElseThrow();
    FinancialInstitutionCreditTransferV08 body =
        new FinancialInstitutionCreditTransferV08()
            .setGrpHdr(
                new GroupHeader93()
                    .setMsgId(head.id())
                    .setCreDtTm(head.time())
                    .setNbOfTxs(Integer.toString(transfers.size()))
                    .setTtlIntrBkSttlmAmt(amount(total))
                    .setIntrBkSttlmDt(head.settlementDate())
                    .setSttlmInf(settlement(head)));
    for (Transfer each : transfers) {
      body.addCdtTrfTxInf(
          new CreditTransferTransaction36()
              .setPmtId(new PaymentIdentification7().setEndToEndId(each.id()).setTxId(each.id()))
              .setIntrBkSttlmAmt(amount(each.amount()))
              .setDbtr(each.debtor().identification())
              .setCdtr(each.creditor().identification()));
    }
    return Schemas.held(new MxPacs00900108().setFICdtTrf(body));
  }

  static SettlementInstruction7 settlement(MessageHead head) {
    return new SettlementInstruction7()
        .setSttlmMtd(SettlementMethod1Code.CLRG)
        .setClrSys(new ClearingSystemIdentification3Choice().setPrtry(head.system()));
  }

  static ActiveCurrencyAndAmount amount(Money money) {
    return new ActiveCurrencyAndAmount()
        .setCcy(money.currencyCode())
        .setValue(new BigDecimal(money.decimal()));
  }
}
