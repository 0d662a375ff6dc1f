package openset.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.cardholder.Wallet;
import openset.cli.client.Clients;
import openset.cli.config.AcquirerSite;
import openset.cli.config.BadConfig;
import openset.cli.config.ClearingSite;
import openset.cli.config.ConfigFile;
import openset.cli.config.GatewaySite;
import openset.cli.config.IssuerSite;
import openset.cli.config.MerchantSite;
import openset.cli.config.Site;
import openset.cli.serve.CannotStart;
import openset.cli.serve.Closing;
import openset.cli.serve.Ground;
import openset.cli.serve.Role;
import openset.cli.serve.Running;
import openset.cli.serve.RunningMerchant;
import openset.cli.serve.RunningWallet;
import openset.cli.watch.Watch;
import openset.cli.world.World;
import openset.merchant.Merchant;

/** All participants of a world, running in this process, and the ways to their APIs. */
public final class Town implements AutoCloseable {
  private final World world;
  private final Ground ground;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private final Closing closing = new Closing();
  private final TurnedClock shops;
  private final Clients clients;

  private Town(World world, Ground ground) {
    this.world = world;
    this.ground = ground;
    this.shops = new TurnedClock(ground.clock());
    this.clients = new Clients(world.config("any").getParent(), shops);
  }

  /**
   * Starts everybody who needs no certificate, and the others too where they have theirs already.
   *
   * @throws CannotStart naming who does not
   */
  public static Town open(World world, Ground ground) throws CannotStart, BadConfig {
    Town town = new Town(world, ground);
    try {
      for (Map.Entry<String, Site> site : world.sites().entrySet()) {
        town.label(site.getKey(), site.getValue());
        if (!town.needsCertificate(site.getValue())) town.start(site.getKey(), site.getValue());
      }
      return town;
    } catch (CannotStart | BadConfig | RuntimeException e) {
      town.close();
      throw e;
    }
  }

  /** Starts those who had no certificates yet: they get them now. */
  public void openShops() throws CannotStart, BadConfig {
    for (Map.Entry<String, Site> site : world.sites().entrySet()) {
      if (!running.containsKey(site.getKey())) start(site.getKey(), site.getValue());
    }
  }

  private boolean needsCertificate(Site site) {
    boolean certified = site instanceof GatewaySite || site instanceof MerchantSite;
    Path keys = world.folder().resolve("keys").resolve(site.own().name() + ".p12");
    return certified && !Files.exists(keys);
  }

  private void start(String name, Site site) throws CannotStart, BadConfig {
    boolean shop = site instanceof GatewaySite || site instanceof MerchantSite;
    Ground own = shop ? ground.at(shops) : ground;
    running.put(name, closing.add(Role.of(site).start(world.config(name), own)));
  }

  /**
   * Configures a participant otherwise, as its operator would: stops it, writes its file, starts it
   * again. Certificates stay as they are.
   */
  public void again(Site changed) throws CannotStart, BadConfig {
    String name = changed.own().name();
    closing.stop(running(name));
    try {
      ConfigFile.write(world.config(name), changed);
    } catch (IOException e) {
      throw new BadConfig("Cannot write " + world.config(name) + ": " + e.getMessage());
    }
    start(name, changed);
  }

  /**
   * Turns the clocks of all shops and gateways to so far ahead of everybody else's. Wallets buy
   * only while they are not ahead, and lists of revoked certificates end after some days.
   */
  public void turnShops(Duration ahead) {
    shops.turn(ahead);
  }

  /** The wallet in this process. */
  public Wallet wallet() {
    return ((RunningWallet) running("wallet")).wallet();
  }

  /** The merchant of this name. */
  public Merchant merchant(String name) {
    return ((RunningMerchant) running(name)).merchant();
  }

  /** Addresses and codes by which a message's ends are known, as names. */
  private void label(String name, Site site) {
    Watch watch = ground.watch();
    watch.call(site.http().http().getAuthority(), name);
    watch.call(site.http().origin().getAuthority(), name);
    switch (site) {
      case IssuerSite issuer -> watch.call(issuer.bank().institution(), name);
      case AcquirerSite acquirer -> watch.call(acquirer.institution(), name);
      case ClearingSite clearing -> watch.call(clearing.institution(), name);
      case GatewaySite gateway -> watch.call(gateway.institution(), name);
      default -> {}
    }
  }

  /** The participant of this name. */
  public Running running(String name) {
    return Optional.ofNullable(running.get(name)).orElseThrow();
  }

  /** All who run, in the order in which they started. */
  public List<Running> all() {
    return List.copyOf(running.values());
  }

  /** The names of all participants, running or not. */
  public List<String> names() {
    return List.copyOf(world.sites().keySet());
  }

  /** How somebody is configured. */
  public Site site(String name) {
    return world.sites().get(name);
  }

  /** The ways to everybody's API. */
  public Clients clients() {
    return clients;
  }

  @Override
  public void close() {
    clients.close();
    running.clear();
    closing.close();
  }
}
