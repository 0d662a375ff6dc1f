package openset.cli.wallet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The wallet on the command line. */
@Command(
    name = "wallet",
    description = {
      "A wallet on the command line: registers cards, pays files from shops (.setpay), shows",
      "receipts. Its passphrase is asked for, or taken from OPENSET_WALLET_PASSPHRASE."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RegisterCommand.class,
      CardsCommand.class,
      PayCommand.class,
      ReceiptsCommand.class,
      InquireCommand.class,
      EvidenceOfPurchaseCommand.class,
      InstallMimeCommand.class
    })
public final class WalletCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command of the wallet");
  }
}
