package openset.issuer.dispute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.LinkConfig;
import openset.iso8583.MalformedMessage;
import openset.iso8583.ServerConfig;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ResponseCode;
import openset.issuer.Bank;

/** A clearing house's listener that says what it is told to say, into the cycle that is open. */
final class House implements AutoCloseable {
  private final AtomicInteger cycles = new AtomicInteger();
  private final IsoServer server;
  private final List<ClearingItem> heard = new CopyOnWriteArrayList<>();
  private final AtomicReference<ResponseCode> says =
      new AtomicReference<>(ResponseCode.APPROVED);

  House() {
    ServerConfig config =
        ServerConfig.on("house", "127.0.0.1", 0, Set.of(Bank.ISSUER));
    try {
      server =
          IsoServer.start(config, InstantSource.system(), (peer, message) -> answer(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LinkConfig.Peer at() {
    return new LinkConfig.Peer("127.0.0.1", server.port());
  }

  /** Opens another cycle. */
  void nextCycle() {
    cycles.incrementAndGet();
  }

  String cycle() {
    return "c-house-" + cycles.get();
  }

  void says(ResponseCode code) {
    says.set(code);
  }

  /** All chargebacks of a dispute that came, repeats too. */
  List<ClearingItem> heard(String dispute) {
    return heard.stream()
        .filter(item -> item.dispute().orElseThrow().number().equals(dispute))
        .toList();
  }

  private IsoMessage answer(IsoMessage message) throws MalformedMessage {
    heard.add(ClearingItem.of(message));
    ResponseCode code = says.get();
    Optional<String> cycle =
        code == ResponseCode.APPROVED ? Optional.of(cycle()) : Optional.empty();
    return new AdviceAnswer(code, cycle).answer(message);
  }

  @Override
  public void close() {
    server.close();
  }
}
