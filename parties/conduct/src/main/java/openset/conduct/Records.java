package openset.conduct;

import java.util.Optional;
import openset.store.ConversationKey;
import openset.store.Tx;

/**
 * The plain tables of a party, as far as steps read and write them. Both calls run in the step's
 * own transaction, so a table never says other than the conversation's state.
 */
public interface Records<S, F> {
  /** What the desk must know of the tables to take this input; locks what the step will change. */
  F facts(Tx tx, ConversationKey key, Optional<S> state, Input input);

  /** Writes what the tables show of the conversation's new state. */
  void keep(Tx tx, ConversationKey key, F facts, S next);
}
