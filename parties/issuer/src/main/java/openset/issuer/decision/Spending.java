package openset.issuer.decision;

import java.time.Instant;
import java.util.Optional;
import openset.iso8583.host.Amount;

/**
 * A purchase as the rules of spending see it.
 *
 * @param at when it is asked for
 * @param amount how much
 * @param category the merchant's category code, ISO 18245
 * @param country where its acquirer is, ISO 3166 alpha-2; empty when the directory does not say
 * @param product the card's product
 * @param series whether it is one of several
 */
public record Spending(
    Instant at,
    Amount amount,
    String category,
    Optional<String> country,
    String product,
    Series series) {}
