package openset.cli.ledger;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import openset.ledger.CurrencySum;
import openset.ledger.Money;
import openset.ledger.Seals;
import openset.ledger.Standing;
import openset.ledger.StatementLine;

/** Books as text for people. */
public final class PrintedBooks {
  private final PrintWriter out;

  /** Prints to {@code out}. */
  public PrintedBooks(PrintWriter out) {
    this.out = out;
  }

  /** The accounts of all, their sums, and whether the banks agree with the clearing house. */
  public void print(List<BankBooks> all, List<Mirror> mirrors) {
    out.printf("%nThe books; debits are positive, credits negative%n");
    all.forEach(this::print);
    out.printf("%n%s%n", "Between the banks and the clearing house");
    for (Mirror mirror : mirrors) {
      out.printf(
          "  %-20s %s%n",
          mirror.bank(),
          mirror.agrees()
              ? "both say " + MoneyText.of(mirror.bankSays())
              : "says " + MoneyText.of(mirror.bankSays()) + ", the clearing house "
                  + MoneyText.of(mirror.clearingSays()));
    }
    out.flush();
  }

  private void print(BankBooks books) {
    out.printf("%n%s (%s)%n", books.title(), books.name());
    if (books.accounts().isEmpty()) out.println("  no accounts yet");
    for (Standing standing : books.accounts()) {
      out.printf(
          Locale.ROOT,
          "  %-44s %-9s %18s%s%n",
          standing.account().code(),
          standing.account().kind().name().toLowerCase(Locale.ROOT),
          MoneyText.of(standing.position().balance()),
          held(standing.position().held()));
    }
    for (CurrencySum sum : books.sums()) {
      Money debits = new Money(sum.currency(), sum.debits().longValueExact());
      Money credits = new Money(sum.currency(), sum.credits().longValueExact());
      out.printf(
          "  %-44s debits %s, credits %s: %s%n",
          "sum of " + sum.entries() + " entries",
          MoneyText.of(debits),
          MoneyText.of(credits),
          sum.isBalanced() ? "balanced" : "NOT BALANCED");
    }
    books.seals().ifPresent(this::print);
    for (BankBooks.Broken broken : books.broken()) {
      out.printf("  BROKEN: %s (%s)%n", broken.words(), broken.invariant());
      broken.breaches().forEach(breach -> out.printf("    %s%n", breach));
    }
  }

  private void print(Seals.Found found) {
    out.printf(
        "  %d seals, %d rows not sealed yet%s%n",
        found.seals(), found.open(), found.broken().isEmpty() ? "" : "; BROKEN:");
    found.broken().forEach(each -> out.printf("    %s%n", each));
  }

  private static String held(Money held) {
    return held.isZero() ? "" : "  held " + MoneyText.of(held);
  }

  /** The lines of one account. */
  public void print(List<StatementLine> lines) {
    for (StatementLine line : lines) {
      out.printf(
          "%-24s %18s %18s  %s%n",
          line.at(), MoneyText.of(line.amount()), MoneyText.of(line.balance()), line.text());
    }
    if (lines.isEmpty()) out.println("no lines in this time");
    out.flush();
  }
}
