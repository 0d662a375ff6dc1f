package openset.set.treatment.gateway;

import java.util.List;
import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.credit.CapRevOrCredReqItem;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.treatment.CapRevOrCred;
import openset.set.treatment.gateway.ProcessCapRevOrCredReq.Not;

/**
 * What a gateway booked of one authorization, and whether more may be: {@code
 * spec/capture-reversal.md}, {@code spec/credit.md}. Credited is never more than captured.
 */
public record Booked(List<Entry> captures, List<Entry> credits) {
  /**
   * One capture or credit.
   *
   * @param rrpid of the CapReq or CredReq that asked for it
   */
  public record Entry(RRPID rrpid, CurrencyAmount amount, Standing standing) {
    /** Booked, and not taken back. */
    public static Entry of(RRPID rrpid, CurrencyAmount amount) {
      return new Entry(rrpid, amount, Standing.BOOKED);
    }

    private boolean stands() {
      return standing != Standing.TAKEN_BACK;
    }
  }

  /** Where an entry stands. */
  public enum Standing {
    BOOKED,
    TAKEN_BACK,

    /** Its batch was purged, so that it cannot be taken back any more. */
    PURGED
  }

  public Booked {
    captures = List.copyOf(captures);
    credits = List.copyOf(credits);
  }

  /** Captured and not taken back; only where something was. */
  public Optional<CurrencyAmount> captured() {
    return sum(captures);
  }

  /** Credited and not taken back; only where something was. */
  public Optional<CurrencyAmount> credited() {
    return sum(credits);
  }

  private static Optional<CurrencyAmount> sum(List<Entry> entries) {
    return entries.stream()
        .filter(Entry::stands)
        .map(Entry::amount)
        .reduce(CurrencyAmount::plus);
  }

  /** Why an item of a request is not booked; empty where it is. */
  public Optional<Not> judge(CapRevOrCred kind, CapRevOrCredReqItem item) {
    return switch (kind) {
      case CAP_REV -> captureReversal(item);
      case CRED -> credit(item);
      case CRED_REV -> original(credits, item, "CredRevReq-P-01", "CredRevReq-P-02");
    };
  }

  private Optional<Not> captureReversal(CapRevOrCredReqItem item) {
    // CapRevReq-P-01: it names one capture of ours, wholly; P-02: which was not taken back.
    Optional<Not> not = original(captures, item, "CapRevReq-P-01", "CapRevReq-P-02");
    if (not.isPresent()) return not;
    // CapRevReq-P-03: what stays captured is not less than what was credited.
    CurrencyAmount stays = captured().orElseThrow().minus(item.amount());
    return credited().filter(credited -> credited.exceeds(stays)).isPresent()
        ? ProcessCapRevOrCredReq.not(CapRevOrCredCode.originalProcessed, "CapRevReq-P-03")
        : Optional.empty();
  }

  private Optional<Not> credit(CapRevOrCredReqItem item) {
    CurrencyAmount wanted = item.amount();
    // CredReq-P-01: something of its currency was captured.
    Optional<CurrencyAmount> captured = captured().filter(wanted::sameCurrency);
    if (captured.isEmpty()) {
      return ProcessCapRevOrCredReq.not(CapRevOrCredCode.originalNotFound, "CredReq-P-01");
    }
    // CredReq-P-02: credits together never exceed what was captured and not taken back.
    CurrencyAmount left =
        captured.get().minus(credited().orElse(CurrencyAmount.zero(wanted.currency())));
    return wanted.exceeds(left)
        ? ProcessCapRevOrCredReq.not(CapRevOrCredCode.originalProcessed, "CredReq-P-02")
        : Optional.empty();
  }

  /** CredRevReq-P-01: it names one credit of ours, wholly; P-02: which was not taken back. */
  private static Optional<Not> original(
      List<Entry> entries, CapRevOrCredReqItem item, String found, String processed) {
    Optional<Entry> entry =
        entries.stream()
            .filter(one -> item.originalRRPID().equals(Optional.of(one.rrpid())))
            .filter(one -> one.amount().equals(item.amount()))
            .findFirst();
    if (entry.isEmpty()) {
      return ProcessCapRevOrCredReq.not(CapRevOrCredCode.originalNotFound, found);
    }
    return switch (entry.get().standing()) {
      case BOOKED -> Optional.empty();
      case TAKEN_BACK ->
          ProcessCapRevOrCredReq.not(CapRevOrCredCode.originalProcessed, processed);
      case PURGED -> ProcessCapRevOrCredReq.not(CapRevOrCredCode.capPurged, processed);
    };
  }
}
