package openset.http.clearing;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.clearing.file.FileOffice;
import openset.clearing.file.Receipt;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.iso8583.file.FileHeader;
import openset.iso8583.file.FileRefused;

/**
 * The routes by which banks send and fetch clearing files, in parts of base64 (spec/clearing.md). A
 * bank's key is named as its institution code; it reaches its own files only.
 */
public final class BankFilesApi {
  private final ClearingHouse house;

  private BankFilesApi(ClearingHouse house) {
    this.house = house;
  }

  /** The routes, for the banks. */
  public static List<Mount> routes(ClearingHouse house, ApiKeys banks) {
    BankFilesApi api = new BankFilesApi(house);
    return List.of(
        JsonRoute.get("/api/bank/files", api::unanswered).only(banks),
        JsonRoute.get("/api/bank/files/{kind}/{name}", api::standing).only(banks),
        JsonRoute.post("/api/bank/files/{kind}/{name}/parts", Part.class, api::put).only(banks),
        JsonRoute.post("/api/bank/files/{kind}/{name}/end", Call.None.class, api::end)
            .only(banks),
        JsonRoute.get("/api/bank/written/{kind}/{name}", api::fetch).only(banks));
  }

  /** Names of files that the bank has to answer. */
  public record Unanswered(List<String> files) {}

  /**
   * How a file of the bank stands.
   *
   * @param state {@code arriving}, {@code taken}, {@code booked}, {@code refused}, {@code absent}
   * @param octets how many have come
   * @param items how many it holds
   * @param done how many of them are booked or rejected
   * @param cycle the cycle of its items
   * @param digest SHA-256 of its octets, in hexadecimal digits
   * @param refusal why it was refused as a whole
   */
  public record Standing(
      String state,
      long octets,
      Optional<Long> items,
      Optional<Long> done,
      Optional<String> cycle,
      Optional<String> digest,
      Optional<String> refusal) {
    private static final Standing ABSENT =
        new Standing(
            "absent",
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static Standing of(Receipt receipt) {
      return new Standing(
          receipt.state().name().toLowerCase(Locale.ROOT),
          receipt.octets(),
          receipt.items().map(Receipt.Items::all),
          receipt.items().map(Receipt.Items::done),
          receipt.cycle().map(Receipt.Taken::cycle),
          receipt.cycle().map(Receipt.Taken::digest),
          receipt.refusal().map(each -> each.reason()));
    }
  }

  /**
   * A part.
   *
   * @param at how many octets of the file come before
   * @param octets the part in base64
   */
  public record Part(long at, String octets) {}

  /** How many octets of the file are here. */
  public record There(long octets) {}

  /** Octets of a file in base64; none at its end. */
  public record Octets(String octets) {}

  private Unanswered unanswered(Call<Call.None> call) {
    return new Unanswered(house.files().unanswered(bank(call)));
  }

  private Standing standing(Call<Call.None> call) throws HttpRefused {
    return house
        .files()
        .receipt(bank(call), isAnswers(call), name(call))
        .map(Standing::of)
        .orElse(Standing.ABSENT);
  }

  private There put(Call<Part> call) throws HttpRefused {
    byte[] octets = octets(call.body().octets());
    if (call.body().at() < 0) throw new HttpRefused(400, "file.part", "begins before the file");
    try {
      FileOffice.Part part =
          house.files().part(bank(call), isAnswers(call), name(call), call.body().at(), octets);
      if (part.taken()) return new There(part.octets());
      throw new HttpRefused(
          409, "file.part", part.octets() + " octets are here, the part is not the next of them");
    } catch (FileRefused refused) {
      throw refused(refused.reason() == FileRefused.Reason.TOO_LONG ? 413 : 429, refused);
    }
  }

  private static HttpRefused refused(int status, FileRefused refused) {
    String rule = refused.reason().name().toLowerCase(Locale.ROOT);
    return new HttpRefused(status, "file." + rule, refused.getMessage());
  }

  private static byte[] octets(String base64) throws HttpRefused {
    try {
      byte[] octets = Base64.getDecoder().decode(base64);
      if (octets.length > 0 && octets.length <= FileOffice.PART_MOST) return octets;
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(400, "file.part", "not base64");
    }
    throw new HttpRefused(400, "file.part", "1 to " + FileOffice.PART_MOST + " octets");
  }

  private Standing end(Call<Call.None> call) throws HttpRefused {
    try {
      Receipt receipt = house.files().end(bank(call), isAnswers(call), name(call));
      house.wake();
      return Standing.of(receipt);
    } catch (FileRefused refused) {
      throw refused(422, refused);
    }
  }

  private Octets fetch(Call<Call.None> call) throws HttpRefused {
    long at;
    try {
      at = Long.parseUnsignedLong(call.parameter("at").orElse("0"));
    } catch (NumberFormatException e) {
      throw new HttpRefused(400, "http.query", "at is a number");
    }
    byte[] octets =
        house
            .files()
            .fetch(bank(call), isAnswers(call), name(call), at)
            .orElseThrow(HttpRefused::notFound);
    return new Octets(Base64.getEncoder().encodeToString(octets));
  }

  private static String bank(Call<?> call) {
    return call.peer().client().map(ClientName::name).orElseThrow();
  }

  private static boolean isAnswers(Call<?> call) throws HttpRefused {
    return switch (call.part("kind")) {
      case "items" -> false;
      case "answers" -> true;
      default -> throw HttpRefused.notFound();
    };
  }

  private static String name(Call<?> call) throws HttpRefused {
    if (!FileHeader.isName(call.part("name"))) throw HttpRefused.notFound();
    return call.part("name");
  }
}
