package openset.iso20022;

import com.prowidesoftware.swift.model.mx.MxPacs00800108;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction39;
import com.prowidesoftware.swift.model.mx.dic.FIToFICustomerCreditTransferV08;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader93;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification7;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.nio.charset.StandardCharsets;
import java.util.List;
import openset.ledger.Money;

/**
 * Credit transfers of a bank to accounts of customers at banks: pacs.008.001.08, as an acquirer
 * funds its merchants.
 *
 * @param head what the message begins with
 * @param payer the bank that pays, and its name
 * @param transfers one or more, all of one currency
 */
public record CustomerTransfers(MessageHead head, Payer payer, List<Transfer> transfers) {
  /** The bank that pays, and the name it pays under, 1 to 140 characters. */
  public record Payer(Bank bank, String name) {
    public Payer {
      Text.max140(name);
    }
  }

  /**
   * Where the money goes.
   *
   * @param name of the holder, 1 to 140 characters
   * @param iban of the account
   * @param bank that keeps it
   */
  public record Payee(String name, String iban, Bank bank) {
    public Payee {
      Text.max140(name);
      if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}")) {
        throw new IllegalArgumentException("not an IBAN");
      }
    }
  }

  /**
   * One transfer.
   *
   * @param id TxId and EndToEndId, 1 to 35 characters
   * @param payee where the money goes
   * @param amount more than nothing
   * @param text what the payee reads, 1 to 140 characters
   */
  public record Transfer(String id, Payee payee, Money amount, String text) {
    public Transfer {
      Text.max35(id);
      Text.max140(text);
      if (!amount.isPositive()) throw new IllegalArgumentException("a transfer of nothing");
    }
  }

  public CustomerTransfers {
    transfers = List.copyOf(transfers);
    if (transfers.isEmpty()) throw new IllegalArgumentException("no transfers");
  }

  /** The message, held to its schema. */
  public byte[] toXml() {
    Money total = transfers.stream().map(Transfer::amount).reduce(Money::plus).orElseThrow();
    FIToFICustomerCreditTransferV08 body =
        new FIToFICustomerCreditTransferV08()
            .setGrpHdr(
                new GroupHeader93()
                    .setMsgId(head.id())
                    .setCreDtTm(head.time())
                    .setNbOfTxs(Integer.toString(transfers.size()))
                    .setTtlIntrBkSttlmAmt(BankTransfers.amount(total))
                    .setIntrBkSttlmDt(head.settlementDate())
                    .setSttlmInf(BankTransfers.settlement(head)));
    for (Transfer each : transfers) body.addCdtTrfTxInf(transaction(each));
    return Schemas.held(new MxPacs00800108().setFIToFICstmrCdtTrf(body));
  }

  /**
   * What the bank that carries such a message out books on the account of who sent it, an entry for
   * each transfer.
   *
   * @throws IllegalArgumentException when it is no pacs.008.001.08 by its schema
   */
  public static List<AccountStatement.Line> booked(byte[] xml) {
    String text = new String(xml, StandardCharsets.UTF_8);
    Schemas.check(new MxPacs00800108(), xml);
    return MxPacs00800108.parse(text).getFIToFICstmrCdtTrf().getCdtTrfTxInf().stream()
        .map(
            each ->
                new AccountStatement.Line(
                    each.getPmtId().getTxId(),
                    AccountStatement.money(
                            each.getIntrBkSttlmAmt().getCcy(), each.getIntrBkSttlmAmt().getValue())
                        .negated(),
                    "TRANSFER"))
        .toList();
  }

  private CreditTransferTransaction39 transaction(Transfer transfer) {
    Payee payee = transfer.payee();
    return new CreditTransferTransaction39()
        .setPmtId(
            new PaymentIdentification7().setEndToEndId(transfer.id()).setTxId(transfer.id()))
        .setIntrBkSttlmAmt(BankTransfers.amount(transfer.amount()))
        .setChrgBr(ChargeBearerType1Code.SLEV)
        .setDbtr(new PartyIdentification135().setNm(payer.name()))
        .setDbtrAgt(payer.bank().identification())
        .setCdtrAgt(payee.bank().identification())
        .setCdtr(new PartyIdentification135().setNm(payee.name()))
        .setCdtrAcct(
            new CashAccount38()
                .setId(new AccountIdentification4Choice().setIBAN(payee.iban())))
        .setRmtInf(new RemittanceInformation16().addUstrd(transfer.text()));
  }
}
