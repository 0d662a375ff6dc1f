package openset.checks.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.clearing.BankFilesApi;
import openset.http.clearing.HouseClient;
import openset.http.client.ClientLimits;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.iso8583.file.HouseFiles;

/** The clearing house's files on a real HTTP server, whose port is known before it serves. */
final class HouseOverHttp implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final int port = freePort();
  private final Map<String, ApiKey> keys = new LinkedHashMap<>();
  private final List<JsonClient> clients = new ArrayList<>();
  private Optional<HttpServer> server = Optional.empty();

  HouseOverHttp() throws IOException {
    for (String bank : List.of(Banks.ACQUIRER, Banks.ISSUER)) {
      SecretBytes secret = SecretBytes.random(32, Randomness.secure());
      keys.put(bank, new ApiKey(new ClientName(bank), secret, ApiKey.Scheme.SIGNED));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void serve(ClearingHouse house) {
    server =
        Optional.of(
            HttpServer.start(
                Listen.local(port),
                HttpLimits.OPEN,
                BankFilesApi.routes(house, ApiKeys.of(keys.values(), CLOCK)),
                CLOCK));
  }

  HouseFiles of(String bank) {
    JsonClient client =
        new JsonClient(
            ClientLimits.USUAL,
            JsonClient.Security.of(keys.get(bank)),
            CLOCK,
            Randomness.secure());
    clients.add(client);
    return new HouseClient(client, URI.create("http://127.0.0.1:" + port));
  }

  @Override
  public void close() {
    clients.forEach(JsonClient::close);
    server.ifPresent(HttpServer::close);
  }
}
