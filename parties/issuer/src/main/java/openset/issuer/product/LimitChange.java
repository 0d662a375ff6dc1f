package openset.issuer.product;

import java.time.Instant;
import openset.ledger.Money;

/**
 * A change of an account's credit limit or product, as the audit keeps it.
 *
 * @param before the limit before
 * @param after the limit since
 * @param product the product since
 * @param by who did it
 * @param at when
 */
public record LimitChange(Money before, Money after, String product, String by, Instant at) {}
