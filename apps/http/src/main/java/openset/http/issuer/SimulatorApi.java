package openset.http.issuer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.http.once.AnswerStore;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.issuer.Issuer;
import openset.issuer.simulator.Simulation;
import openset.issuer.simulator.Simulation.Bought;
import openset.issuer.simulator.Simulation.Told;
import openset.issuer.simulator.Simulator;

/** Lets things go wrong, and sends what nobody sent; refused where it is not configured. */
final class SimulatorApi {
  private static final String OFF = "simulator.off";
  private static final long AMOUNT_MOST = 999_999_999_999L;

  private final Issuer issuer;

  private SimulatorApi(Issuer issuer) {
    this.issuer = issuer;
  }

  /** The routes, for {@code staff} alone. */
  static List<Mount> routes(Issuer issuer, ApiKeys staff, AnswerStore once) {
    SimulatorApi api = new SimulatorApi(issuer);
    return List.of(
        JsonRoute.get("/api/simulator/faults", api::faults).only(staff),
        JsonRoute.post("/api/simulator/faults", SimulatorJson.Fault.class, api::add)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/simulator/faults/clear", Call.None.class, api::clear).only(staff),
        JsonRoute.post("/api/simulator/authorize", SimulatorJson.Bought.class, api::authorize)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/simulator/advice", SimulatorJson.Bought.class, api::advise)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/simulator/{key}/clearing", SimulatorJson.Part.class, api::present)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/simulator/{key}/return", SimulatorJson.Part.class, api::giveBack)
            .only(staff)
            .once(once),
        JsonRoute.post("/api/simulator/{key}/void", Call.None.class, api::reverse).only(staff));
  }

  private SimulatorJson.Faults faults(Call<?> call) throws HttpRefused {
    return new SimulatorJson.Faults(
        simulator().faults().stream().map(SimulatorJson.Fault::of).toList());
  }

  private SimulatorJson.Faults add(Call<SimulatorJson.Fault> call) throws HttpRefused {
    Simulator simulator = simulator();
    try {
      simulator.add(call.body().toFault());
      return faults(call);
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "simulator.fault", "No such fault: " + e.getMessage());
    }
  }

  private SimulatorJson.Faults clear(Call<Call.None> call) throws HttpRefused {
    simulator().clear();
    return faults(call);
  }

  private SimulatorJson.Told authorize(Call<SimulatorJson.Bought> call) throws HttpRefused {
    return told(call, simulation()::authorize);
  }

  private SimulatorJson.Told advise(Call<SimulatorJson.Bought> call) throws HttpRefused {
    return told(call, simulation()::advise);
  }

  private static SimulatorJson.Told told(
      Call<SimulatorJson.Bought> call, Function<Bought, Optional<Told>> work)
      throws HttpRefused {
    try {
      Told told =
          work.apply(call.body().toBought()).orElseThrow(HttpRefused::notFound);
      return new SimulatorJson.Told(told.key().hex(), told.response(), told.approval());
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "simulator.purchase", "No such purchase.");
    }
  }

  private SimulatorJson.Response present(Call<SimulatorJson.Part> call) throws HttpRefused {
    Simulation simulation = simulation();
    return response(simulation.clear(key(call), minor(call)));
  }

  private SimulatorJson.Response giveBack(Call<SimulatorJson.Part> call) throws HttpRefused {
    Simulation simulation = simulation();
    return response(simulation.giveBack(key(call), minor(call)));
  }

  private SimulatorJson.Response reverse(Call<Call.None> call) throws HttpRefused {
    return response(simulation().reverse(key(call)));
  }

  private static SimulatorJson.Response response(Optional<ResponseCode> code)
      throws HttpRefused {
    return new SimulatorJson.Response(code.orElseThrow(HttpRefused::notFound).wire());
  }

  private static long minor(Call<SimulatorJson.Part> call) throws HttpRefused {
    long minor = call.body().amountMinor();
    if (minor < 1 || minor > AMOUNT_MOST) {
      throw new HttpRefused(422, "simulator.amount", "An amount is 1 minor unit or more.");
    }
    return minor;
  }

  private static Octets key(Call<?> call) throws HttpRefused {
    String hex = call.part("key");
    if (!hex.matches("[0-9a-f]{40}")) throw HttpRefused.notFound();
    return Octets.ofHex(hex);
  }

  private Simulator simulator() throws HttpRefused {
    return issuer.simulator().orElseThrow(SimulatorApi::off);
  }

  private Simulation simulation() throws HttpRefused {
    return issuer.simulation().orElseThrow(SimulatorApi::off);
  }

  private static HttpRefused off() {
    return new HttpRefused(403, OFF, "This bank is no simulator.");
  }
}
