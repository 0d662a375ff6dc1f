package openset.cli.client;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import openset.crypto.Randomness;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;

/** Calls of one participant's JSON API. A failure names the participant. */
final class Calls implements AutoCloseable {
  private final String participant;
  private final URI base;
  private final JsonClient client;

  /**
   * Calls of one API.
   *
   * @param participant its name, for failures
   * @param key opens what is not for everybody
   */
  Calls(String participant, URI base, Optional<ApiKey> key) {
    this(participant, base, key, InstantSource.system());
  }

  /** The same of a participant whose clock is {@code clock}. */
  Calls(String participant, URI base, Optional<ApiKey> key, InstantSource clock) {
    this.participant = participant;
    this.base = base;
    this.client =
        new JsonClient(
            ClientLimits.USUAL,
            new JsonClient.Security(key, Optional.empty()),
            clock,
            Randomness.secure());
  }

  <O> O get(String path, Class<O> output) throws CallFailed {
    return call(() -> client.get(base.resolve(path), output));
  }

  <O> O post(String path, Object input, Class<O> output) throws CallFailed {
    return call(() -> client.post(base.resolve(path), input, output));
  }

  <O> O once(String path, String key, Object input, Class<O> output) throws CallFailed {
    return call(() -> client.post(base.resolve(path), key, input, output));
  }

  /** As {@link #once}, for what is done again each time it is called. */
  <O> O anew(String path, Object input, Class<O> output) throws CallFailed {
    return once(path, UUID.randomUUID().toString(), input, output);
  }

  <O> O call(JsonClient.Ask ask, Object input, Class<O> output) throws CallFailed {
    return call(() -> client.call(ask, input, output));
  }

  URI at(String path) {
    return base.resolve(path);
  }

  @FunctionalInterface
  private interface Call<O> {
    O run() throws HttpFailure;
  }

  private <O> O call(Call<O> call) throws CallFailed {
    try {
      return call.run();
    } catch (HttpFailure e) {
      throw new CallFailed(participant, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
