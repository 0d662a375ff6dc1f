package openset.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * The only way to a party's tables. Work that the server rolled back because another transaction
 * was in its way (SQLSTATE 40001, 40P01) or that met a {@link Conflict} is done again, up to
 * {@value #ATTEMPTS_MAX} times; work whose outcome is unknown never is.
 */
public final class Transactions {
  static final int ATTEMPTS_MAX = 10;

  private final Jdbi jdbi;

  Transactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What is done in one transaction. It may run more than once, so it changes nothing but through
   * its {@link Tx}.
   *
   * @param <T> what it answers
   * @param <X> the checked exception it may end with; the transaction is then rolled back
   */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    /** Does the work. */
    T in(Tx tx) throws X;
  }

  /**
   * Work without an answer; what is said of {@link Work} holds for it.
   *
   * @param <X> the checked exception it may end with; the transaction is then rolled back
   */
  @FunctionalInterface
  public interface Act<X extends Exception> {
    /** Does the work. */
    void in(Tx tx) throws X;
  }

  /**
   * Does the work in one transaction that sees each statement's present (READ COMMITTED); when this
   * returns, it is on stable storage.
   *
   * @throws X as the work throws it; nothing is stored
   * @throws Conflict when every attempt met one; nothing is stored
   * @throws OutcomeUnknown when the connection broke during the commit
   */
  public <T, X extends Exception> T inTransaction(Work<T, X> work) throws X {
    return run(work, false);
  }

  /** As {@link #inTransaction}, for work without an answer. */
  public <X extends Exception> void perform(Act<X> act) throws X {
    inTransaction(
        tx -> {
          act.in(tx);
          return true;
        });
  }

  /** As {@link #inTransaction}, and as if no other transaction ran beside it (SERIALIZABLE). */
  public <T, X extends Exception> T serializable(Work<T, X> work) throws X {
    return run(work, true);
  }

  private <T, X extends Exception> T run(Work<T, X> work, boolean serializable) throws X {
    int attempt = 1;
    while (true) {
      try {
        return once(work, serializable);
      } catch (RuntimeException failure) {
        if (attempt == ATTEMPTS_MAX || !worthRepeating(failure)) {
          throw failure;
        }
        attempt++;
        Thread.yield();
      }
    }
  }

  private <T, X extends Exception> T once(Work<T, X> work, boolean serializable) throws X {
    try (Handle handle = jdbi.open()) {
      handle.begin();
      T result;
      try {
        if (serializable) {
          // For this transaction alone, so that the pooled connection keeps nothing of it.
          handle.execute("set transaction isolation level serializable");
        }
        result = work.in(new Tx(handle));
      } catch (Throwable failure) {
        rollBack(handle, failure);
        throw failure;
      }
      commit(handle);
      return result;
    }
  }

  private static void rollBack(Handle handle, Throwable reason) {
    try {
      handle.rollback();
    } catch (RuntimeException alsoFailed) {
      reason.addSuppressed(alsoFailed);
    }
  }

  private static void commit(Handle handle) {
    try {
      handle.commit();
    } catch (RuntimeException failure) {
      if (answeredByServer(failure)) {
        throw failure;
      }
      throw new OutcomeUnknown(failure);
    }
  }

  private static boolean worthRepeating(RuntimeException failure) {
    if (failure instanceof Conflict) {
      return true;
    }
    SQLException sql = sqlCause(failure);
    return sql != null
        && !(failure instanceof OutcomeUnknown)
        && (PSQLState.SERIALIZATION_FAILURE.getState().equals(sql.getSQLState())
            || PSQLState.DEADLOCK_DETECTED.getState().equals(sql.getSQLState()));
  }

  /** An ERROR in answer to COMMIT is a rollback for certain; FATAL or silence is not. */
  private static boolean answeredByServer(RuntimeException failure) {
    return sqlCause(failure) instanceof PSQLException sql
        && sql.getServerErrorMessage() != null
        && "ERROR".equals(sql.getServerErrorMessage().getSeverity());
  }

  private static SQLException sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
