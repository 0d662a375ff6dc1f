package openset.cli.scenario;

import java.util.Arrays;
import java.util.Optional;
import openset.cli.client.CallFailed;
import openset.cli.demo.StepFailed;

/** Every scenario by its name on the command line. */
public enum Scenario {
  SALE("sale", "Order, pay, ship, settle: one purchase from end to end.", new Sale()),
  SPLIT_SHIPMENT(
      "split-shipment",
      "An order in parcels, each authorized when it is shipped; signed once.",
      new SplitShipment()),
  INSTALMENTS(
      "instalments",
      "A price in three parts, signed once; too soon and one too many are refused.",
      Plans.instalments()),
  RECURRING(
      "recurring",
      "A subscription, signed once; too soon and after its end are refused.",
      Plans.recurring()),
  PARTIAL_CAPTURE(
      "partial-capture",
      "One authorization, captured in two parts as the goods are shipped.",
      new PartialCapture()),
  REFUND(
      "refund", "What was bought is refunded, a line first, then the rest.", new Refunds()),
  REVERSAL(
      "reversal",
      "An authorization, a refund and a capture are taken back.",
      new TakenBack()),
  TIMEOUT(
      "timeout",
      "The issuer's answer is lost: declined, reversed, and tried again.",
      Silence.aboveTheLimit()),
  STAND_IN(
      "stand-in",
      "The issuer's answer is lost: the gateway approves in its place, and tells it later.",
      Silence.withinTheLimit()),
  EXPIRY(
      "expiry",
      "A hold ends before the goods leave: authorized again by token, then captured.",
      new Expiry()),
  BATCH("batch", "Captures listed, compared with the gateway, closed once.", new DaysBatch()),
  CHARGEBACK(
      "chargeback",
      "A purchase is disputed, charged back, represented with evidence, and ruled on.",
      new Chargeback()),
  RERUN("re-run", "A settled cycle is run again: nothing twice, all as it was.", new Rerun()),
  LETTER(
      "letter",
      "An offer is signed ahead and paid from a letter, without asking the shop first.",
      new Letter()),
  CONVERSION(
      "conversion",
      "Goods in euros, a card in dollars: held, charged and given back by one rate.",
      new Converted()),
  UNSIGNED(
      "unsigned",
      "A card without a certificate: acquirer, bank, brand or shop says no; then all say yes.",
      new Unsigned());

  private final String command;
  private final String words;
  private final Story story;

  Scenario(String command, String words, Story story) {
    this.command = command;
    this.words = words;
    this.story = story;
  }

  /** What happens in a scenario. */
  interface Story {
    /** Lets it happen on this stage, and tells of it. */
    void happen(Stage stage) throws CallFailed, StepFailed;
  }

  /** The name on the command line. */
  public String command() {
    return command;
  }

  /** What it shows, one sentence. */
  public String words() {
    return words;
  }

  Story story() {
    return story;
  }

  /** The scenario of this name. */
  public static Optional<Scenario> of(String command) {
    return Arrays.stream(values()).filter(one -> one.command.equals(command)).findFirst();
  }
}
