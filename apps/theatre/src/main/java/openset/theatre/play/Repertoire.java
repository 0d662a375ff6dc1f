package openset.theatre.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import openset.asn1.Asn1Exception;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.order.Offer;
import openset.theatre.cast.Lane;
import openset.theatre.cast.Member;
import openset.theatre.store.HostRecord;
import openset.theatre.store.HostRow;
import openset.theatre.store.Journals;
import openset.theatre.store.SaleRow;
import openset.theatre.store.Sales;
import openset.theatre.store.Wallets;
import openset.theatre.tree.Script;
import openset.theatre.tree.Segment;

/** All purchases of a demo world, and each as a play. Safe for many threads. */
public final class Repertoire {
  private static final int LISTED_MAX = 60;
  private static final int KEPT_MAX = 32;

  private final Supplier<List<Member>> members;
  private final HostRecord hosts;
  private final Certified certified;
  private final Map<String, Staged> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Staged> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /**
   * The purchases of a world.
   *
   * @param members everybody who is there now
   * @param hosts what passed between its banks
   */
  public Repertoire(Supplier<List<Member>> members, HostRecord hosts) {
    this.members = members;
    this.hosts = hosts;
    this.certified = new Certified(members);
  }

  private record Staged(int messages, Play play, List<List<Segment>> segments) {}

  private record Sale(Member merchant, SaleRow row) {}

  /** The newest purchases, at most {@value #LISTED_MAX}, the newest first. */
  public List<Play.Purchase> purchases() {
    List<Play.Purchase> all = new ArrayList<>();
    for (Member merchant : all(Lane.MERCHANT)) {
      for (SaleRow row : new Sales(merchant.database()).newest(LISTED_MAX)) {
        all.add(purchase(new Sale(merchant, row)));
      }
    }
    all.sort(Comparator.comparing(Play.Purchase::at).reversed());
    return List.copyOf(all.subList(0, Math.min(all.size(), LISTED_MAX)));
  }

  /** A number that changes whenever something was said. */
  public long pulse() {
    long pulse = hosts.newest();
    for (Member member : members.get()) {
      if (speaksSet(member.lane())) pulse = 31 * pulse + Journals.newest(member.database());
    }
    return pulse;
  }

  /** The purchase with this XID. */
  public Optional<Play> play(byte[] xid) {
    return staged(xid).map(Staged::play);
  }

  /** A message of it by its number. */
  public Optional<Play.Opened> act(byte[] xid, int number) {
    return staged(xid)
        .filter(staged -> number >= 1 && number <= staged.segments().size())
        .map(
            staged ->
                new Play.Opened(
                    staged.play().acts().get(number - 1), staged.segments().get(number - 1)));
  }

  /** The banks that took part in it. */
  public List<Member> banks(byte[] xid) {
    Set<String> names = new HashSet<>();
    for (HostRow row : hosts.ofPurchase(xid)) {
      names.add(row.sender());
      names.add(row.receiver());
    }
    return members.get().stream()
        .filter(member -> names.contains(member.name()))
        .filter(member -> member.lane() != Lane.GATEWAY)
        .toList();
  }

  private Optional<Staged> staged(byte[] xid) {
    return sale(xid).map(sale -> staged(sale, acts(sale)));
  }

  private Staged staged(Sale sale, List<Act> acts) {
    String id = HexFormat.of().formatHex(sale.row().xid());
    Play.Purchase purchase = purchase(sale);
    synchronized (kept) {
      Staged before = kept.get(id);
      boolean same =
          before != null
              && before.messages() == acts.size()
              && before.play().purchase().equals(purchase);
      if (same) return before;
    }
    Staged staged = stage(purchase, acts);
    synchronized (kept) {
      kept.put(id, staged);
    }
    return staged;
  }

  private Staged stage(Play.Purchase purchase, List<Act> acts) {
    Script script = new Script(members.get());
    Knowledge knowledge = new Knowledge();
    List<List<Segment>> all = new ArrayList<>();
    List<Play.Step> steps = new ArrayList<>();
    for (Act act : acts) {
      List<Segment> segments = segments(script, act);
      int number = steps.size() + 1;
      knowledge.take(number, act, segments);
      all.add(segments);
      steps.add(step(number, act));
    }
    Play play = new Play(purchase, roles(acts, purchase), steps, knowledge.all());
    return new Staged(acts.size(), play, all);
  }

  private static List<Segment> segments(Script script, Act act) {
    Lane from = act.from().lane();
    Lane to = act.to().lane();
    return switch (act.kind()) {
      case SET -> script.message(act.octets(), from, to);
      case OFFER -> script.offer(act.octets(), from, to);
      case ISO8583 -> script.host(act.octets(), from, to);
    };
  }

  private static Play.Step step(int number, Act act) {
    return new Play.Step(
        number,
        act.scene(),
        Play.Protocol.valueOf(act.kind().name()),
        act.name(),
        act.from().lane(),
        act.to().lane(),
        act.at(),
        act.travel().map(time -> time.toNanos() / 1000),
        act.octets().length);
  }

  private List<Play.Role> roles(List<Act> acts, Play.Purchase purchase) {
    List<Play.Role> roles = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      Optional<String> name =
          acts.stream()
              .flatMap(act -> List.of(act.from(), act.to()).stream())
              .filter(end -> end.lane() == lane)
              .flatMap(end -> end.name().stream())
              .findFirst();
      String title =
          lane == Lane.MERCHANT
              ? purchase.merchant()
              : name.flatMap(this::member).map(Member::title).orElse("");
      roles.add(new Play.Role(lane, title));
    }
    return List.copyOf(roles);
  }

  private List<Act> acts(Sale sale) {
    byte[] xid = sale.row().xid();
    Acts acts = new Acts(members.get());
    add(acts, sale.merchant(), sale.row().lidM());
    for (Member gateway : all(Lane.GATEWAY)) add(acts, gateway, xid);
    for (Member wallet : all(Lane.CARDHOLDER)) {
      new Wallets(wallet.database())
          .ofPurchase(xid)
          .ifPresent(labels -> add(acts, wallet, labels.lidC()));
    }
    acts.offer(sale.merchant(), sale.row());
    Set<IssuerAndSerialNumber> signers = signers(acts.inOrder());
    for (Member authority : all(Lane.AUTHORITY)) {
      certified
          .conversation(authority, signers)
          .ifPresent(conversation -> addRegistration(acts, authority, conversation));
    }
    acts.hosts(hosts.ofPurchase(xid));
    return acts.inOrder();
  }

  private void addRegistration(Acts acts, Member authority, byte[] conversation) {
    add(acts, authority, conversation);
    for (Member wallet : all(Lane.CARDHOLDER)) add(acts, wallet, conversation);
  }

  private static void add(Acts acts, Member member, byte[] conversation) {
    acts.journal(member, Journals.of(member.database(), conversation));
  }

  private Set<IssuerAndSerialNumber> signers(List<Act> acts) {
    Script script = new Script(members.get());
    for (Act act : acts) {
      if (!act.name().equals("PReq")) continue;
      try {
        script.message(act.octets(), act.from().lane(), act.to().lane());
      } catch (Asn1Exception e) {
        continue;
      }
    }
    return script.signers();
  }

  private Optional<Sale> sale(byte[] xid) {
    for (Member merchant : all(Lane.MERCHANT)) {
      Optional<SaleRow> row = new Sales(merchant.database()).byXid(xid);
      if (row.isPresent()) return Optional.of(new Sale(merchant, row.get()));
    }
    return Optional.empty();
  }

  private static Play.Purchase purchase(Sale sale) {
    SaleRow row = sale.row();
    Offer offer = Offer.TYPE.decode(row.offer());
    List<String> goods =
        offer.lines().stream()
            .map(line -> line.quantity() + " × " + line.description())
            .toList();
    return new Play.Purchase(
        HexFormat.of().formatHex(row.xid()),
        row.placed(),
        sale.merchant().title(),
        row.orderNumber(),
        goods,
        new CurrencyAmount(new CurrencyCode(row.currency()), row.total()).toString(),
        row.brand(),
        row.standing());
  }

  private List<Member> all(Lane lane) {
    return members.get().stream().filter(member -> member.lane() == lane).toList();
  }

  private Optional<Member> member(String name) {
    return members.get().stream().filter(member -> member.name().equals(name)).findFirst();
  }

  private static boolean speaksSet(Lane lane) {
    return switch (lane) {
      case CARDHOLDER, MERCHANT, GATEWAY, AUTHORITY -> true;
      case ACQUIRER, CLEARING, ISSUER -> false;
    };
  }
}
