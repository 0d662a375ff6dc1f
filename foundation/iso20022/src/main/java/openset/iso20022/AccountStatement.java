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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
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
   * @param code what it is because of, in the clearing system's own words, 1 to 35 characters
   */
  public record Line(String reference, Money amount, String code) {
    /** Because of the netting of a cycle. */
    public Line(String reference, Money amount) {
      this(reference, amount, "NETTING");
    }

    public Line {
      Text.max35(reference);
      Text.max35(code);
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

  /**
   * What was booked, as a bank reads it of another's statement.
   *
   * @param id MsgId
   * @param entries those that are booked; without a reference they are left out
   */
  public record Booked(String id, List<Line> entries) {
    /** Copies. */
    public Booked {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Reads a statement that another bank sent.
   *
   * @throws IllegalArgumentException when it is no camt.053.001.08 by its schema, or names amounts
   *     that are none of their currency
   */
  public static Booked read(byte[] xml) {
    String text = new String(xml, StandardCharsets.UTF_8);
    if (text.contains("<!")) throw new IllegalArgumentException("declarations in a statement");
    Schemas.check(new MxCamt05300108(), xml);
    BankToCustomerStatementV08 body = MxCamt05300108.parse(text).getBkToCstmrStmt();
    List<Line> lines = new ArrayList<>();
    for (AccountStatement9 statement : body.getStmt()) {
      for (ReportEntry10 each : statement.getNtry()) {
        if (each.getNtryRef() != null && "BOOK".equals(each.getSts().getCd())) {
          lines.add(line(each));
        }
      }
    }
    return new Booked(body.getGrpHdr().getMsgId(), lines);
  }

  private static Line line(ReportEntry10 entry) {
    Money amount = money(entry.getAmt().getCcy(), entry.getAmt().getValue());
    boolean debit = entry.getCdtDbtInd() == CreditDebitCode.DBIT;
    return new Line(entry.getNtryRef(), debit ? amount.negated() : amount);
  }

  /** An amount as messages write it; refuses one that is none of its currency. */
  static Money money(String code, BigDecimal value) {
    Currency currency = Currency.getInstance(code);
    try {
      return new Money(
          currency.getNumericCode(),
          value.movePointRight(currency.getDefaultFractionDigits()).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("an amount has the minor units of its currency", e);
    }
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
                        .setCd(line.code())
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
