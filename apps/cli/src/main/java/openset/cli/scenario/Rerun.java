package openset.cli.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.clearing.ClearingHouse;
import openset.clearing.ClosedCycle;
import openset.clearing.store.Break;
import openset.clearing.store.Break.Kind;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;
import openset.cli.serve.RunningClearing;

/** A settled cycle is run again, from every end: nothing is booked twice, all is as it was. */
final class Rerun implements Scenario.Story {
  private static final int EUR = 978;
  private static final Set<Kind> OF_THE_HOUSE =
      Set.of(Kind.POSITIONS_DIFFER, Kind.LEDGER_DIFFERS, Kind.FILE_INCOMPLETE);

  @Override
  public void happen(Stage stage) throws CallFailed, StepFailed {
    Bought bought = stage.buys(List.of(Stage.good("bk-101", 1)));
    stage.tells("The merchant ships everything and asks for the money", facts -> {
      bought.shipsAll();
      facts.put("captured", bought.standing().captured().orElseThrow().text());
    });
    stage.settles();
    RunningClearing clearing = (RunningClearing) stage.town().running("clearing");
    ClearingHouse house = clearing.house();
    ClosedCycle before = house.cycles(1).getFirst();
    byte[] instructions = instructions(house, before);
    stage.tells("The cycle is run again: there is nothing more to book", facts -> {
      facts.put("cut off again", house.runCycle().map(ClosedCycle::name).orElse("no"));
      ClosedCycle after = house.cycle(before.name()).orElseThrow();
      facts.put("cycle", after.name());
      facts.put("positions", after.positions().equals(before.positions()) ? "as before" : "others");
      if (!after.positions().equals(before.positions())) {
        throw new StepFailed("clearing house", "a cycle that was run again has changed.");
      }
    });
    stage.tells("Its transfers between the banks are written again (pacs.009)", facts -> {
      byte[] again = instructions(house, before);
      facts.put("octets", again.length);
      if (!Arrays.equals(instructions, again)) {
        throw new StepFailed("clearing house", "the transfers are written otherwise.");
      }
      facts.put("same to the octet", "yes");
    });
    stage.tells("Files, items, positions and ledger are held to each other", facts -> {
      house.reconcile();
      List<Break> breaks =
          house.breaks(500).stream()
              .filter(each -> OF_THE_HOUSE.contains(each.kind()))
              .toList();
      facts.put("breaks of the house", breaks.size());
      if (!breaks.isEmpty()) {
        throw new StepFailed("clearing house", "its books are not even: " + breaks.getFirst());
      }
    });
  }

  private static byte[] instructions(ClearingHouse house, ClosedCycle cycle) throws StepFailed {
    Optional<byte[]> xml = house.instructions(cycle.name(), EUR);
    if (xml.isEmpty()) throw new StepFailed("clearing house", "nobody owes anything.");
    return xml.get();
  }
}
