package openset.cli.config;

import java.util.List;
import java.util.Optional;

/**
 * A clearing house.
 *
 * @param iso its ISO 8583 listener
 * @param institution own institution code
 * @param banks its members
 * @param cycleSeconds time between two settlement cycles; 0 where they are run on demand only
 * @param staffKey for its own people
 * @param cutOffs when cycles are cut off by a calendar
 * @param files banks that send and fetch clearing files, and take rates
 * @param rates of exchange that it gives when it starts, unless they are in force and fresh
 * @param office the back office of its people; none where it is absent
 */
public record ClearingSite(
    Own own,
    Listen http,
    Host iso,
    String institution,
    List<Neighbour> banks,
    int cycleSeconds,
    SecretSource staffKey,
    Optional<CutOffs> cutOffs,
    Optional<List<FileBank>> files,
    Optional<List<Rate>> rates,
    Optional<StaffOffice> office)
    implements Site {
  public ClearingSite {
    banks = List.copyOf(banks);
    files = files.map(List::copyOf);
    rates = rates.map(List::copyOf);
  }

  /**
   * A rate of exchange.
   *
   * @param from ISO 4217 numeric
   * @param to ISO 4217 numeric
   * @param rate major units of {@code to} for one of {@code from}, as in {@code 1.0843}
   */
  public record Rate(int from, int to, String rate) {}

  /**
   * The cut-offs of its business days, in place of {@code cycleSeconds}.
   *
   * @param zone whose local time it is, as in {@code Europe/Berlin}
   * @param times local times, as in {@code 18:00}
   * @param weekend days without business, as in {@code SATURDAY}
   * @param holidays other days without business, as in {@code 2026-12-25}
   */
  public record CutOffs(
      String zone, List<String> times, List<String> weekend, List<String> holidays) {
    public CutOffs {
      times = List.copyOf(times);
      weekend = List.copyOf(weekend);
      holidays = List.copyOf(holidays);
    }
  }

  /**
   * A bank that sends and fetches clearing files, or takes rates only.
   *
   * @param institution its institution code, which names its key
   * @param key shared by both ends
   * @param items whether its items come to it by file, not one by one
   */
  public record FileBank(String institution, SecretSource key, boolean items) {}
}
