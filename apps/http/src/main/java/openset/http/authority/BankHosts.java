package openset.http.authority;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.authority.bank.BankAnswer;
import openset.authority.bank.BankRequest;
import openset.conduct.Hosts;
import openset.conduct.Peers.Reply;
import openset.crypto.Randomness;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authority's way to its banks, over their registration APIs. A bank that refuses an
 * authority's key or cannot be understood has not answered, and is asked again; only its word
 * decides.
 */
public final class BankHosts implements Hosts, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BankHosts.class);

  private final Map<String, BankDesk> desks = new HashMap<>();

  /**
   * Where a bank is asked.
   *
   * @param url of its API, such as {@code http://127.0.0.1:8441}
   * @param key by which it knows the authority
   */
  public record Bank(URI url, ApiKey key) {}

  /**
   * The way to these banks.
   *
   * @param banks by the names that {@link openset.authority.registration.Banks} gives them as hosts
   * @param clock dates what is signed with the keys
   * @param randomness draws nonces
   */
  public BankHosts(Map<String, Bank> banks, InstantSource clock, Randomness randomness) {
    banks.forEach(
        (host, bank) -> {
          JsonClient client =
              new JsonClient(
                  ClientLimits.USUAL, JsonClient.Security.of(bank.key()), clock, randomness);
          desks.put(host, new BankDesk(bank.url(), client));
        });
  }

  @Override
  public Reply ask(String host, Der request) {
    BankDesk desk = desks.get(host);
    if (desk == null) throw new IllegalStateException("no bank " + host);
    BankRequest asked = BankRequest.TYPE.decode(request.bytes());
    try {
      BankAnswer answer = desk.ask(asked);
      if (answer instanceof BankAnswer.NotConfirmed(String reason)) {
        LOG.info("bank {} on {}: no: {}", host, asked, reason);
      }
      return new Reply.Bytes(Der.of(BankAnswer.TYPE.encode(answer)));
    } catch (HttpFailure e) {
      LOG.warn("bank {} did not answer: {}", host, e.getMessage());
      return new Reply.Nothing(e.kind().name());
    } catch (IllegalArgumentException | Asn1Exception e) {
      // Its words may be personal: not logged.
      LOG.warn("bank {} answered {} in words that no bank has", host, asked);
      return new Reply.Nothing("not understood");
    }
  }

  @Override
  public void close() {
    desks.values().forEach(BankDesk::close);
  }
}
