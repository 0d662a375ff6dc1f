package openset.theatre.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Picture;
import openset.store.Exchange.Direction;
import openset.store.Journal;
import openset.theatre.cast.Lane;
import openset.theatre.cast.Member;
import openset.theatre.store.HostRow;
import openset.theatre.store.SaleRow;

/** Gathers the messages of one purchase from all who journalled them, each once. */
final class Acts {
  private final List<Member> cast;
  private final Map<String, Found> found = new LinkedHashMap<>();
  private final List<Placed> placed = new ArrayList<>();

  Acts(List<Member> cast) {
    this.cast = List.copyOf(cast);
  }

  /** One message, as journalled at one end or at both. */
  private static final class Found {
    private Optional<At> sent = Optional.empty();
    private Optional<At> received = Optional.empty();

    /** Who receives what may not be stored keeps its digest; who sent it has it whole. */
    boolean isKept() {
      return sent.or(() -> received).filter(at -> !at.entry().isDigestOnly()).isPresent();
    }
  }

  private record At(Member member, Journal.Entry entry) {
    Instant time() {
      return entry.message().at();
    }

    Optional<String> name() {
      return Optional.of(member.name());
    }
  }

  /** An act with its place among those of the same instant. */
  private record Placed(Act act, int rank) {}

  /** A conversation as {@code member} journalled it. */
  void journal(Member member, List<Journal.Entry> entries) {
    for (Journal.Entry entry : entries) {
      String key = HexFormat.of().formatHex(entry.digest());
      Found message = found.computeIfAbsent(key, _ -> new Found());
      Optional<At> at = Optional.of(new At(member, entry));
      if (entry.message().exchange().direction() == Direction.OUT) {
        message.sent = at;
      } else {
        message.received = at;
      }
    }
  }

  /**
   * The offer with which the shop woke the wallet. An order tells only the second in which it was
   * placed: the end of it is meant, unless the wallet spoke before.
   */
  void offer(Member merchant, SaleRow sale) {
    Instant end = sale.placed().plusSeconds(1).minusNanos(1);
    Instant at =
        found.values().stream()
            .map(Acts::placed)
            .map(Placed::act)
            .filter(act -> act.name().equals("PInitReq"))
            .map(act -> act.at().minusNanos(1))
            .filter(end::isAfter)
            .min(Comparator.naturalOrder())
            .orElse(end);
    placed.add(
        new Placed(
            new Act(
                Act.Kind.OFFER,
                "Offer",
                new Act.End(Lane.MERCHANT, Optional.of(merchant.name())),
                new Act.End(Lane.CARDHOLDER, Optional.empty()),
                at,
                Optional.empty(),
                sale.offer()),
            0));
  }

  /** What passed between banks. */
  void hosts(List<HostRow> rows) {
    for (HostRow row : rows) {
      Optional<Member> from = member(row.sender());
      Optional<Member> to = member(row.receiver());
      if (from.isEmpty() || to.isEmpty()) continue;
      placed.add(
          new Placed(
              new Act(
                  Act.Kind.ISO8583,
                  type(row.picture()),
                  new Act.End(from.get().lane(), Optional.of(row.sender())),
                  new Act.End(to.get().lane(), Optional.of(row.receiver())),
                  row.at(),
                  Optional.empty(),
                  row.picture()),
              1));
    }
  }

  /** All of them in the order in which they were made. */
  List<Act> inOrder() {
    List<Placed> all = new ArrayList<>(placed);
    found.values().stream().filter(Found::isKept).map(Acts::placed).forEach(all::add);
    all.sort(Comparator.comparing((Placed p) -> p.act().at()).thenComparing(Placed::rank));
    return all.stream().map(Placed::act).toList();
  }

  /** At one instant a participant journals first what came and then what goes. */
  private static Placed placed(Found message) {
    At known = message.sent.or(() -> message.received).orElseThrow();
    boolean sent = message.sent.isPresent();
    Lane own = known.member().lane();
    Lane peer = peer(known.entry().message().exchange().peer(), own);
    Act.End here = new Act.End(own, known.name());
    Act.End there =
        new Act.End(peer, sent ? message.received.flatMap(At::name) : Optional.empty());
    Optional<Duration> travel =
        message.sent.flatMap(
            from -> message.received.map(to -> Duration.between(from.time(), to.time())));
    return new Placed(
        new Act(
            Act.Kind.SET,
            known.entry().message().name(),
            sent ? here : there,
            sent ? there : here,
            known.time(),
            travel.filter(time -> !time.isNegative()),
            known.entry().message().bytes()),
        sent ? 2 : 1);
  }

  /** The journal's word for the other end; see {@code openset.conduct.Ends}. */
  private static Lane peer(String word, Lane own) {
    return switch (word) {
      case "merchant" -> Lane.MERCHANT;
      case "gateway" -> Lane.GATEWAY;
      case "authority" -> Lane.AUTHORITY;
      case "cardholder", "end entity" -> Lane.CARDHOLDER;
      default -> own == Lane.GATEWAY ? Lane.MERCHANT : Lane.CARDHOLDER;
    };
  }

  private Optional<Member> member(String name) {
    return cast.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  private static String type(byte[] picture) {
    try {
      return Picture.of(picture).type();
    } catch (MalformedMessage e) {
      throw new IllegalStateException("what was kept is no picture", e);
    }
  }
}
