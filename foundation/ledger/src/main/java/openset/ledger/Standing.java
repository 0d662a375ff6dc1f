package openset.ledger;

/** An account and where it stands. */
public record Standing(Account account, Position position) {}
