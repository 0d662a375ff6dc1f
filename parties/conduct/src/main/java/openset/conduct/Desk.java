package openset.conduct;

import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.set.Refused;
import openset.set.treatment.Means;
import openset.store.ConversationKey;

/**
 * A party as a pure function: the same state, input, facts and means give the same step.
 *
 * @param <S> where one conversation stands: a sealed interface of records
 * @param <F> the facts a step needs from the party's own tables, loaded before it
 */
public interface Desk<S, F> {
  /** How a conversation's state is kept: exact, versioned by the conductor, sealed at rest. */
  Asn1Type<S> stateType();

  /**
   * Which conversation a request belongs to. Looks at what is needed for that alone.
   *
   * @throws Refused where no conversation can take this message
   */
  ConversationKey conversation(Input.Received request, Means means) throws Refused;

  /**
   * One step.
   *
   * @param state empty for the first input of a conversation
   * @throws Refused where a rule forbids the input: nothing is stored but an audit entry
   */
  Step<S> step(Optional<S> state, Input input, F facts, Means means) throws Refused;
}
