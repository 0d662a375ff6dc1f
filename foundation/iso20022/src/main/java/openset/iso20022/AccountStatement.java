package openset.iso20022;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BalanceType10Choice;
import com.prowidesoftware.swift.model.mx.dic.BalanceType13;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.BankTransactionCodeStructure4;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryStatus1Choice;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import com.prowidesoftware.swift.model.mx.dic.ProprietaryBankTransactionCodeStructure1;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import openset.ledger.Money;

/**
 * The statement of an account for one business date: camt.053.001.08.
 *
 * @param head what the message begins with; its settlement date is that of the balances
 * @param account its number at who keeps it, 1 to 34 characters
 * @param number ElctrncSeqNb, 1 and rising
 * @param opening what its owner had before
 * @param entries what came and went; opening and entries give the closing balance
 */
public record AccountStatement(
    MessageHead head, String account, long number, Money opening, List<Line> entries) {
  private static final String OPENING_BOOKED = "OPBD";
  private static final String CLOSING_BOOKED = "CLBD";

  /**
   * One entry.
   *
   * @param reference of who keeps the account, 1 to 35 characters
   * @param amount positive for a credit to the owner, negative for a debit
   */
  public record Line(String reference, Money amount) {
    public Line {
      Text.max35(reference);
      if (amount.isZero()) throw new IllegalArgumentException("an entry of nothing");
    }
  }

  public AccountStatement {
    entries = List.copyOf(entries);
    if (account.isBlank() || account.length() > 34) {
      throw new IllegalArgumentException("an account has 1 to 34 characters");
    }
  }

  /** What its owner has after all entries. */
  public Money closing() {
    return entries.stream().map(Line::amount).reduce(opening, Money::plus);
  }

  /** The message, held to its schema. */
  public byte[] toXml() {
    AccountStatement9 statement =
        new AccountStatement9()
            .setId(head.id())
            .setElctrncSeqNb(new BigDecimal(BigInteger.valueOf(number)))
            .setCreDtTm(head.time())
            .setAcct(
                new CashAccount39()
                    .setId(
                        new AccountIdentification4Choice()
                            .setOthr(new GenericAccountIdentification1().setId(account)))
                    .setCcy(opening.currencyCode()))
            .addBal(balance(OPENING_BOOKED, opening))
            .addBal(balance(CLOSING_BOOKED, closing()));
    for (Line each : entries) statement.addNtry(entry(each));
    return Schemas.held(
        new MxCamt05300108()
            .setBkToCstmrStmt(
                new BankToCustomerStatementV08()
                    .setGrpHdr(
                        new GroupHeader81().setMsgId(head.id()).setCreDtTm(head.time()))
                    .addStmt(statement)));
  }

  private CashBalance8 balance(String type, Money money) {
    return new CashBalance8()
        .setTp(new BalanceType13().setCdOrPrtry(new BalanceType10Choice().setCd(type)))
        .setAmt(amount(money))
        .setCdtDbtInd(side(money))
        .setDt(date());
  }

  private ReportEntry10 entry(Line line) {
    return new ReportEntry10()
        .setNtryRef(line.reference())
        .setAmt(amount(line.amount()))
        .setCdtDbtInd(side(line.amount()))
        .setSts(new EntryStatus1Choice().setCd("BOOK"))
        .setBookgDt(date())
        .setValDt(date())
        .setAcctSvcrRef(line.reference())
        .setBkTxCd(
            new BankTransactionCodeStructure4()
                .setPrtry(
                    new ProprietaryBankTransactionCodeStructure1()
                        .setCd("NETTING")
                        .setIssr(head.system())));
  }

  private DateAndDateTime2Choice date() {
    return new DateAndDateTime2Choice().setDt(head.settlementDate());
  }

  private static ActiveOrHistoricCurrencyAndAmount amount(Money money) {
    return new ActiveOrHistoricCurrencyAndAmount()
        .setCcy(money.currencyCode())
        .setValue(new BigDecimal(money.decimal()).abs());
  }

  private static CreditDebitCode side(Money money) {
    return money.isNegative() ? CreditDebitCode.DBIT : CreditDebitCode.CRDT;
  }
}
