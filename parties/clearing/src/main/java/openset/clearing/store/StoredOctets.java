package openset.clearing.store;

import openset.iso8583.file.PartStream;
import openset.store.Transactions;

/** Reads a stored file from its beginning, one part after another, each in its own transaction. */
public final class StoredOctets extends PartStream {
  private final Transactions transactions;
  private final long file;

  /** The octets of a file by its number. */
  public StoredOctets(Transactions transactions, long file) {
    this.transactions = transactions;
    this.file = file;
  }

  @Override
  protected byte[] part(long before) {
    return transactions
        .inTransaction(tx -> Files.in(tx).part(file, before))
        .map(Files.Part::octets)
        .orElse(new byte[0]);
  }
}
