package openset.cli.theatre;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openset.cli.config.AcquirerSite;
import openset.cli.config.AuthoritySite;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.GatewaySite;
import openset.cli.config.IssuerSite;
import openset.cli.config.MerchantSite;
import openset.cli.config.Own;
import openset.cli.config.Site;
import openset.cli.config.WalletSite;
import openset.cli.demo.Town;
import openset.cli.serve.CannotStart;
import openset.cli.serve.Ground;
import openset.cli.serve.Running;
import openset.cli.serve.RunningAuthority;
import openset.cli.serve.RunningGateway;
import openset.cli.serve.RunningMerchant;
import openset.cli.watch.Seen;
import openset.cli.world.World;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.pki.OpeningCredential;
import openset.store.Address;
import openset.store.Database;
import openset.store.StoreFailed;
import openset.theatre.Theatre;
import openset.theatre.cast.Lane;
import openset.theatre.cast.Member;

/** The theatre of a town, listening until it is closed. */
public final class TheatreStage implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 3;
  private static final String HOST = "127.0.0.1";

  private final World world;
  private final Town town;
  private final Map<String, Member> members = new ConcurrentHashMap<>();
  private final Deque<AutoCloseable> care = new ArrayDeque<>();
  private final Deque<AutoCloseable> databases = new ArrayDeque<>();
  private final URI address;

  private TheatreStage(World world, Town town) {
    this.world = world;
    this.town = town;
    this.address = URI.create("http://theatre.localhost:" + world.theatrePort());
  }

  /**
   * Opens the theatre of {@code town}, which shows what passes from now on, and what the
   * participants journalled before.
   *
   * @param more what else is mounted beside it
   * @throws CannotStart where it cannot listen or has no database
   */
  public static TheatreStage open(World world, Town town, Ground ground, List<Mount> more)
      throws CannotStart, BadConfig {
    TheatreStage stage = new TheatreStage(world, town);
    try {
      stage.begin(ground, more);
      return stage;
    } catch (StoreFailed | IllegalStateException e) {
      stage.close();
      throw new CannotStart("theatre", e.getMessage());
    }
  }

  private void begin(Ground ground, List<Mount> more) throws BadConfig {
    Address own = world.theatreDatabase();
    Database database =
        care(Database.open(own, CONNECTIONS_MAX, List.of(Theatre.MIGRATIONS)));
    Theatre theatre = care(new Theatre(this::cast, database, ground.clock()));
    care(ground.watch().show(seen -> passed(theatre, seen)));
    List<Mount> mounts = new ArrayList<>(theatre.mounts());
    mounts.addAll(more);
    Listen listen = new Listen(HOST, world.theatrePort(), Optional.empty());
    care(HttpServer.start(listen, HttpLimits.OPEN, mounts, ground.clock()));
  }

  private static void passed(Theatre theatre, Seen seen) {
    theatre.passed(new Theatre.Ends(seen.from(), seen.to()), seen.picture(), seen.at());
  }

  /** Where people find it. */
  public URI address() {
    return address;
  }

  /** Everybody who runs now. */
  private List<Member> cast() {
    List<Member> cast = new ArrayList<>();
    for (Running running : town.all()) {
      cast.add(members.computeIfAbsent(running.name(), _ -> member(running)));
    }
    return List.copyOf(cast);
  }

  private Member member(Running running) {
    Site site = town.site(running.name());
    return new Member(
        running.name(), running.title(), lane(site), database(site.own()), () -> keys(running));
  }

  private Database database(Own own) {
    Path folder = world.config(own.name()).getParent();
    try {
      Address at = own.database().address(folder);
      Database database = Database.open(at, CONNECTIONS_MAX, List.of());
      synchronized (this) {
        databases.push(database);
      }
      return database;
    } catch (BadConfig e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static List<OpeningCredential> keys(Running running) {
    return switch (running) {
      case RunningGateway gateway -> gateway.keys().opening();
      case RunningMerchant merchant -> merchant.keys().opening();
      case RunningAuthority authority ->
          authority.authority().authorities().keyring().opening();
      default -> List.of();
    };
  }

  private static Lane lane(Site site) {
    return switch (site) {
      case WalletSite _ -> Lane.CARDHOLDER;
      case MerchantSite _ -> Lane.MERCHANT;
      case GatewaySite _ -> Lane.GATEWAY;
      case AcquirerSite _ -> Lane.ACQUIRER;
      case ClearingSite _ -> Lane.CLEARING;
      case IssuerSite _ -> Lane.ISSUER;
      case AuthoritySite _ -> Lane.AUTHORITY;
    };
  }

  private <T extends AutoCloseable> T care(T thing) {
    care.push(thing);
    return thing;
  }

  /** The server first, so that nobody asks what is closed. */
  @Override
  public void close() {
    closeAll(care);
    closeAll(databases);
  }

  private static void closeAll(Deque<AutoCloseable> things) {
    while (!things.isEmpty()) {
      try {
        things.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot be closed", e);
      }
    }
  }
}
