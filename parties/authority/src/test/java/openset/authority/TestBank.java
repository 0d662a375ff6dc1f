package openset.authority;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.authority.bank.BankAnswer;
import openset.authority.bank.BankRequest;
import openset.authority.bank.FieldAnswer;
import openset.authority.bank.IssuerForm;
import openset.conduct.Hosts;
import openset.conduct.Peers.Reply;
import openset.set.data.card.CardExpiry;

/**
 * A bank that knows one answer for all its cards, one merchant and one gateway, and can be cut off.
 * The real ones are tried where the HTTP between them is.
 */
final class TestBank implements Hosts {
  static final CardExpiry EXPIRY = new CardExpiry(YearMonth.of(2027, 2));
  static final String SECRET_ANSWER = "X77-secret";

  final AtomicInteger asked = new AtomicInteger();
  final Map<String, BankAnswer> decided = new ConcurrentHashMap<>();
  volatile boolean cutOff;
  volatile boolean review;
  volatile String holder = "Zoë Quill";

  @Override
  public Reply ask(String host, Der request) {
    if (!host.equals("bank")) throw new AssertionError("no host " + host);
    if (cutOff) return new Reply.Nothing("cut off");
    BankAnswer answer = answer(BankRequest.TYPE.decode(request.bytes()));
    return new Reply.Bytes(Der.of(BankAnswer.TYPE.encode(answer)));
  }

  private BankAnswer answer(BankRequest request) {
    return switch (request) {
      case BankRequest.Form _ -> new BankAnswer.Form(form());
      case BankRequest.Verify verify -> {
        asked.incrementAndGet();
        yield decided.computeIfAbsent(verify.id(), _ -> verdict(verify));
      }
      case BankRequest.Inquire(String id) ->
          Optional.ofNullable(decided.get(id)).orElse(new BankAnswer.NotConfirmed("unknown"));
      case BankRequest.Merchant merchant ->
          new BankAnswer.Confirmed(
              merchant.name().equals("Lantern Books") && merchant.category().equals("5942"));
      case BankRequest.Gateway gateway ->
          new BankAnswer.Confirmed(gateway.gateway().equals("999800"));
    };
  }

  private BankAnswer verdict(BankRequest.Verify verify) {
    Map<String, String> answers = new HashMap<>();
    for (FieldAnswer answer : verify.answers()) answers.put(answer.key(), answer.value());
    boolean right =
        answers.equals(Map.of("documentNumber", SECRET_ANSWER))
            && verify.cardExpiry().equals(EXPIRY);
    if (!right) return new BankAnswer.NotConfirmed("rejected");
    return review ? new BankAnswer.Pending(verify.id()) : accepted();
  }

  BankAnswer accepted() {
    return new BankAnswer.Accepted(holder, EXPIRY, "CH");
  }

  private static IssuerForm form() {
    return new IssuerForm(
        "999001-1-en",
        "Keep your keys.",
        List.of(
            new IssuerForm.Question(
                "documentNumber", "Document number", "Of your passport", 40, true, true)));
  }
}
