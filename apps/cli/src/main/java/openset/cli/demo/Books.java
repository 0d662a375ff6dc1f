package openset.cli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import openset.cli.client.BankClient;
import openset.cli.client.CallFailed;
import openset.cli.client.Clients;
import openset.cli.config.AcquirerSite;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.IssuerSite;
import openset.http.bank.LedgerSums;
import openset.http.clearing.ClearingApi;

/** The books of all banks and of the clearing house of a town. */
public final class Books {
  private static final int EUR = 978;

  private final Map<String, BankClient> banks = new LinkedHashMap<>();
  private final List<AcquirerSite> acquirers = new ArrayList<>();
  private final BankClient clearing;

  /** The books of {@code town}. */
  public Books(Town town) throws BadConfig {
    Clients clients = town.clients();
    for (String name : town.names()) {
      switch (town.site(name)) {
        case IssuerSite _ -> banks.put(name, clients.issuer(name));
        case ClearingSite _ -> banks.put(name, clients.clearing(name));
        case AcquirerSite acquirer -> {
          banks.put(name, clients.acquirer(name));
          acquirers.add(acquirer);
        }
        default -> {}
      }
    }
    this.clearing = banks.get("clearing");
  }

  /** Closes a settlement cycle with what was captured, and waits until all banks booked it. */
  public String settle(Instant until) throws CallFailed, StepFailed {
    ClearingApi.Cycle closed =
        Waiting.until(
            until,
            clearing::runCycle,
            () -> new StepFailed("acquirer", "nothing was presented to the clearing house."));
    return settled(closed.name(), until);
  }

  private String settled(String cycle, Instant until) throws CallFailed, StepFailed {
    return Waiting.until(
        until,
        () -> Optional.of(cycle).filter(isSettled(clearing.cycles())),
        () -> new StepFailed("clearing house", "cycle " + cycle + " is not settled."));
  }

  /** Closes cycles until nothing is left to settle. */
  public void settleAll(Instant until) throws CallFailed, StepFailed {
    String last = settle(until);
    while (!last.isEmpty()) {
      for (int i = 0; i < 100; i++) Waiting.pause();
      Optional<ClearingApi.Cycle> more = clearing.runCycle();
      last = more.isPresent() ? settled(more.get().name(), until) : "";
    }
  }

  /** Whether a cycle of that name is settled. */
  private static Predicate<String> isSettled(ClearingApi.Cycles cycles) {
    return name ->
        cycles.cycles().stream().anyMatch(c -> c.name().equals(name) && c.settled());
  }

  /** What acquirers owe merchants, after their fees. */
  Map<String, Object> owed() throws CallFailed {
    Map<String, Object> owed = new LinkedHashMap<>();
    for (AcquirerSite acquirer : acquirers) {
      BankClient bank = banks.get(acquirer.own().name());
      for (AcquirerSite.Contract contract : acquirer.merchants()) {
        long minor = bank.owed(contract.id(), EUR).minor();
        if (minor != 0) owed.put("owed to " + contract.id(), Euros.of(minor));
      }
    }
    return owed;
  }

  /** Whether the books of all banks balance. */
  public boolean areBalanced() throws CallFailed {
    for (BankClient bank : banks.values()) {
      if (bank.sums().sums().stream().anyMatch(sum -> sum.minor() != 0)) return false;
    }
    return true;
  }

  /** Debits less credits of each bank's books: all zero, or something is wrong. */
  Map<String, Object> sums() throws CallFailed, StepFailed {
    Map<String, Object> sums = new LinkedHashMap<>();
    for (Map.Entry<String, BankClient> bank : banks.entrySet()) {
      for (LedgerSums.Sum sum : bank.getValue().sums().sums()) {
        sums.put("sum of " + bank.getKey() + " in " + sum.currency(), sum.minor());
        if (sum.minor() != 0) throw new StepFailed(bank.getKey(), "the books do not balance.");
      }
    }
    return sums;
  }
}
