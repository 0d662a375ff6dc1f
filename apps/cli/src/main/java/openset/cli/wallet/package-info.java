/**
 * The wallet on the command line: registers cards, pays from files, shows receipts. Its keys lie in
 * a PKCS#12 file, everything else sealed in a database of its own below its folder, which runs
 * while a command runs. Start at {@link openset.cli.wallet.WalletCommand}.
 */
package openset.cli.wallet;
