package openset.http.clearing;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openset.http.Call;
import openset.http.Problem;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.iso8583.file.FileRefused;
import openset.iso8583.file.FileRefused.Reason;
import openset.iso8583.file.HouseFiles;

/** The clearing house's files over HTTP, as a bank reaches them with its key. */
public final class HouseClient implements HouseFiles {
  private final JsonClient client;
  private final URI house;

  /**
   * A client.
   *
   * @param client with the bank's key
   * @param house where the clearing house serves its API
   */
  public HouseClient(JsonClient client, URI house) {
    this.client = client;
    this.house = house;
  }

  /** Asks for something. */
  private interface Ask<O> {
    O of(JsonClient client) throws HttpFailure;
  }

  private static <O> O ask(JsonClient client, Ask<O> ask) throws IOException {
    try {
      return ask.of(client);
    } catch (HttpFailure failure) {
      throw new IOException(failure.getMessage(), failure);
    }
  }

  private URI at(String place, Name name, String more) {
    String kind = name.answers() ? "answers" : "items";
    return house.resolve("/api/bank/" + place + "/" + kind + "/" + name.text() + more);
  }

  @Override
  public Optional<Standing> standing(Name name) throws IOException {
    BankFilesApi.Standing said =
        ask(client, each -> each.get(at("files", name, ""), BankFilesApi.Standing.class));
    return said.state().equals("absent") ? Optional.empty() : Optional.of(standing(said));
  }

  private static Standing standing(BankFilesApi.Standing said) {
    boolean taken = said.state().equals("taken") || said.state().equals("booked");
    return new Standing(said.octets(), taken, said.cycle());
  }

  @Override
  public long put(Name name, long at, byte[] octets) throws IOException, FileRefused {
    BankFilesApi.Part part =
        new BankFilesApi.Part(at, Base64.getEncoder().encodeToString(octets));
    try {
      return client
          .post(at("files", name, "/parts"), part, BankFilesApi.There.class)
          .octets();
    } catch (HttpFailure failure) {
      throw refused(failure, 409, 413);
    }
  }

  @Override
  public Standing end(Name name) throws IOException, FileRefused {
    try {
      return standing(
          client.post(
              at("files", name, "/end"), Call.None.NONE, BankFilesApi.Standing.class));
    } catch (HttpFailure failure) {
      throw refused(failure, 422);
    }
  }

  /** The refusal that the house gave with a status; anything else may be tried again. */
  private static FileRefused refused(HttpFailure failure, int... statuses) throws IOException {
    Optional<Problem> problem =
        failure
            .problem()
            .filter(each -> Arrays.stream(statuses).anyMatch(one -> one == each.status()));
    if (problem.isEmpty()) throw new IOException(failure.getMessage(), failure);
    String rule = problem.get().rule().replace("file.", "").toUpperCase(Locale.ROOT);
    for (Reason reason : Reason.values()) {
      if (reason.name().equals(rule)) {
        return new FileRefused(1, reason, String.valueOf(problem.get().detail()));
      }
    }
    return new FileRefused(1, Reason.NAME_TAKEN, String.valueOf(problem.get().detail()));
  }

  @Override
  public List<String> unanswered() throws IOException {
    URI files = house.resolve("/api/bank/files");
    return ask(client, each -> each.get(files, BankFilesApi.Unanswered.class)).files();
  }

  @Override
  public Optional<byte[]> fetch(Name name, long at) throws IOException {
    try {
      String octets =
          client
              .get(at("written", name, "?at=" + at), BankFilesApi.Octets.class)
              .octets();
      return Optional.of(Base64.getDecoder().decode(octets));
    } catch (HttpFailure failure) {
      if (failure.problem().filter(each -> each.status() == 404).isPresent()) {
        return Optional.empty();
      }
      throw new IOException(failure.getMessage(), failure);
    }
  }
}
